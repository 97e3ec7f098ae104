package muster.wiring.desk;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import muster.coordination.CoordinationCommand;
import muster.coordination.CoordinationEvent;
import muster.coordination.HandOffDraft;
import muster.coordination.HandOffId;
import muster.coordination.HandOffNote;
import muster.coordination.HandOffRules;
import muster.desk.Ending;
import muster.desk.Reply;
import muster.engines.Told;
import muster.plan.AgentId;
import muster.plan.Parsed;
import muster.wiring.HandOffJson;
import muster.yaml.HandOffFile;
import tools.jackson.databind.json.JsonMapper;

/// What is said of hand-offs.
record HandOffReplies(TeamSaid said) {
    /// What stands in places of problems for a note that came without the name of its file.
    private static final String UNNAMED = "handoff.yaml";

    Reply list() {
        var state = said.state();
        var lines = Stream.concat(
                state.handOffs().entrySet().stream()
                        .map(each -> each.getKey() + "  " + HandOffJson.word(each.getValue()) + "  "
                                + each.getValue().note().from() + " -> "
                                + each.getValue().note().to()),
                HandOffRules.owed(state).stream()
                        .map(owed ->
                                "owed: " + owed.id() + "  " + owed.from() + " -> " + owed.to() + "  " + owed.title()));
        return new Reply.Given(new Reply.Document("muster.handoffs/1", HandOffJson.all(state)), lines.toList());
    }

    Reply show() {
        var id = id();
        var handOff = said.state().handOffs().get(id);
        return handOff == null
                ? new Reply.Refused(Ending.NOT_FOUND, "there is no hand-off " + id)
                : new Reply.Given(
                        Ending.YES,
                        document(id),
                        yaml(handOff.note()),
                        List.of(id + " is " + HandOffJson.word(handOff)),
                        "");
    }

    Reply draft() {
        var name = said.fields().text("name");
        var note = HandOffDraft.of(said.state(), name, said.team().team().now());
        if (note == null) {
            return new Reply.Refused(
                    Ending.NOT_FOUND, "no hand-off '" + name + "' is owed\nMaybe see which are: muster handoff list");
        }
        var fields = JsonMapper.shared().createObjectNode().put("note", String.join("\n", yaml(note)) + "\n");
        return new Reply.Given(new Reply.Document("muster.handoff-draft/1", fields), yaml(note));
    }

    Reply offer() {
        var by = said.by();
        var key = said.call().keyOrNew();
        var before = said.run().told(key);
        if (!before.isEmpty()) {
            return offered(new Told.AlreadyTold(Told.of(before)));
        }
        var state = said.state();
        var next = HandOffRules.next(state, by, said.team().team().now());
        var bytes = said.fields().text("note").getBytes(StandardCharsets.UTF_8);
        return switch (HandOffFile.read(said.fields().text("file", UNNAMED), bytes, state.charter(), next)) {
            case Parsed.Failed<HandOffNote>(var problems) -> Reply.Refused.of(problems);
            case Parsed.Ok<HandOffNote>(var note) -> {
                var clean = clean(note);
                var reply = offer(said.team().hashed(clean), by, key);
                yield clean.equals(note) ? reply : Prose.told(reply);
            }
        };
    }

    private static HandOffNote clean(HandOffNote note) {
        var rests = note.dependencies().stream().map(Prose::clean).toList();
        return note.saying(rests, Prose.clean(note.nextSteps()));
    }

    private Reply offer(HandOffNote note, AgentId by, String key) {
        return said.state().handOffs().containsKey(note.id())
                ? new Reply.Refused(
                        Ending.CONFLICT,
                        note.id() + " was offered before\nMaybe leave out handoff_id: the next one is taken then")
                : offered(said.team().tell(new CoordinationCommand.Offer(note, by), key));
    }

    private Reply offered(Told told) {
        var reply = said.answer(
                told,
                events -> note(events).id() + " offered to " + note(events).to());
        return switch (told) {
            case Told.AlreadyTold(var then) -> offered(then);
            case Told.Accepted(var events) ->
                with(reply, note(TeamSaid.ofTeam(events)).id());
            case Told.Refused _ -> reply;
        };
    }

    private static HandOffNote note(List<CoordinationEvent> events) {
        return events.stream()
                .filter(CoordinationEvent.HandOffOffered.class::isInstance)
                .map(event -> ((CoordinationEvent.HandOffOffered) event).note())
                .findFirst()
                .orElseThrow();
    }

    /// With the hand-off as it is now, if it was answered.
    private Reply with(Reply reply, HandOffId id) {
        return reply instanceof Reply.Given given ? new Reply.Given(document(id), given.lines()) : reply;
    }

    Reply accept() {
        var id = id();
        var by = said.by();
        var offered = said.state().handOffs().get(id);
        var found =
                offered == null ? new TreeMap<String, String>() : said.team().found(offered.note());
        return answered(new CoordinationCommand.Accept(id, by, found), "accept");
    }

    Reply reject() {
        return answered(
                new CoordinationCommand.SendBack(id(), said.by(), said.fields().text("reason", "")), "reject");
    }

    private Reply answered(CoordinationCommand command, String word) {
        var told = said.tell(command, said.call().key("handoff-" + word + "/" + id()));
        return with(said.answer(told, id() + " " + word + "ed"), id());
    }

    private HandOffId id() {
        return said.fields().value("id", HandOffId::parse);
    }

    private Reply.Document document(HandOffId id) {
        return new Reply.Document("muster.handoff/1", HandOffJson.one(said.state(), id));
    }

    private List<String> yaml(HandOffNote note) {
        return HandOffFile.write(note, said.state().charter())
                .stripTrailing()
                .lines()
                .toList();
    }
}
