package muster.storage;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import muster.run.Recorded;
import muster.run.RunId;

/// What runs are told, and the events that came of them, as JSON text that travels between processes. The format is
/// that of the journal: names are added to, never changed.
public final class Wire {
    private Wire() {}

    /// A command with the run that it is for, its key and the instant before which it is not to be told.
    public static String text(Message message) {
        return JsonOut.empty()
                .put("run", message.run())
                .put("due", message.due())
                .put("key", message.key())
                .put("command", WordJson.text(message.word()))
                .text();
    }

    /// Reads what [#text(Message)] wrote.
    ///
    /// @throws UnreadableEntry if it is something else
    public static Message message(String text) {
        var json = JsonIn.parse(text);
        try {
            return new Message(
                    new RunId(json.text("run")),
                    json.instant("due"),
                    WordJson.word(json.text("command")),
                    json.text("key"));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new UnreadableEntry("no message: " + e.getMessage());
        }
    }

    /// Events of one command.
    public static String text(List<Recorded> events) {
        return JsonOut.empty()
                .put("events", events.stream().map(Wire::json).toList())
                .text();
    }

    /// Reads what [#text(List)] wrote.
    ///
    /// @throws UnreadableEntry if it is something else
    public static List<Recorded> events(String text) {
        return JsonIn.parse(text).objects("events").stream().map(Wire::recorded).toList();
    }

    private static JsonOut json(Recorded recorded) {
        return JsonOut.empty()
                .put("run", recorded.run())
                .put("version", recorded.version())
                .put("command", recorded.command())
                .put("at", recorded.at())
                .put("payload", EventWriter.text(recorded.event()));
    }

    private static Recorded recorded(JsonIn json) {
        return new Recorded(
                new RunId(json.text("run")),
                json.number("version"),
                json.text("command"),
                Instant.parse(json.text("at")),
                EventReader.event(json.text("payload")));
    }
}
