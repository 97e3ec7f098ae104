package muster.wiring.desk;

import java.util.Locale;
import muster.coordination.BlockerCommand;
import muster.coordination.BlockerEvent;
import muster.coordination.BlockerNote;
import muster.coordination.ConflictCommand;
import muster.coordination.MatterId;
import muster.desk.Fields;
import muster.desk.Reply;
import muster.plan.OneLine;
import muster.plan.Severity;
import muster.plan.TaskId;
import muster.wiring.TeamJson;
import muster.wiring.TeamWords;

/// What is said of blockers, and that they or conflicts are over.
record BlockerReplies(TeamSaid said) {

    Reply list() {
        return new Reply.Given(
                new Reply.Document("muster.blockers/1", TeamJson.blockers(said.state())),
                TeamWords.blockers(said.state()));
    }

    Reply raise() {
        var by = said.by();
        var note = note(said.fields());
        var told = said.tell(new BlockerCommand.Raise(note, by), said.call().keyOrNew());
        return said.answer(
                told,
                events -> events.stream()
                                .filter(BlockerEvent.BlockerRaised.class::isInstance)
                                .map(event -> ((BlockerEvent.BlockerRaised) event)
                                        .id()
                                        .toString())
                                .findFirst()
                                .orElse("")
                        + " raised, " + note.severity() + ": " + note.title());
    }

    private static BlockerNote note(Fields fields) {
        return new BlockerNote(
                fields.value("severity", text -> Severity.valueOf(text.toUpperCase(Locale.ROOT))),
                fields.value("title", OneLine::of),
                fields.values("tasks", TaskId::new),
                fields.text("impact", ""),
                fields.text("delay", ""),
                fields.text("mitigation", ""),
                fields.text("workaround", ""),
                fields.text("action", ""));
    }

    Reply resolve() {
        var id = said.fields().value("id", MatterId::parse);
        var by = said.by();
        var how = said.fields().text("how");
        var told = said.tell(
                switch (id.kind()) {
                    case BLOCKER -> new BlockerCommand.Resolve(id, by, how);
                    case CONFLICT -> new ConflictCommand.Resolve(id, by, how);
                },
                said.call().key("resolve/" + id));
        return said.answer(told, id + " resolved");
    }
}
