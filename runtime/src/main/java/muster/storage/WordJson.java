package muster.storage;

/// What runs can be told, as JSON text, both ways: a command for the run as it is, one for its team as what an object
/// of type `team` says. Names are added to, never changed.
final class WordJson {
    private static final String TEAM = "team";

    private WordJson() {}

    static String text(Word word) {
        return switch (word) {
            case Word.ToRun(var command) -> CommandWriter.text(command);
            case Word.ToTeam(var command) ->
                JsonOut.of(TEAM, CommandReader.VERSION)
                        .put("says", TeamCommandJson.out(command))
                        .text();
        };
    }

    /// Reads what [#text] wrote.
    ///
    /// @throws UnreadableEntry if it is something else
    static Word word(String text) {
        var json = JsonIn.parse(text);
        return json.text("type").equals(TEAM)
                ? new Word.ToTeam(TeamCommandJson.command(json.object("says")))
                : new Word.ToRun(CommandReader.command(json));
    }
}
