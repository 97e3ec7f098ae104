package muster.wiring.desk;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import muster.coordination.ConflictCommand;
import muster.coordination.ConflictEvent;
import muster.coordination.ConflictNote;
import muster.coordination.ConflictNote.Side;
import muster.coordination.CoordinationEvent;
import muster.coordination.MatterId;
import muster.coordination.Yardstick;
import muster.coordination.Yardstick.Better;
import muster.desk.Fields;
import muster.desk.Reply;
import muster.desk.WrongField;
import muster.plan.ConflictKind;
import muster.plan.Ids;
import muster.plan.TaskId;
import muster.wiring.TeamJson;
import muster.wiring.TeamWords;

/// What is said of conflicts.
record ConflictReplies(TeamSaid said) {

    Reply list() {
        return new Reply.Given(
                new Reply.Document("muster.conflicts/1", TeamJson.conflicts(said.state())),
                TeamWords.conflicts(said.state()));
    }

    Reply raise() {
        var by = said.by();
        var sides = fields().texts("sides").stream().map(this::side).toList();
        var note = new ConflictNote(
                fields().value("kind", text -> ConflictKind.valueOf(text.toUpperCase(Locale.ROOT))),
                fields().text("about"),
                sides,
                fields().texts("metrics").stream()
                        .map(ConflictReplies::yardstick)
                        .toList(),
                by);
        var told = said.tell(new ConflictCommand.Raise(note), said.call().keyOrNew());
        return said.answer(told, events -> raised(events) + " raised over " + note.about());
    }

    /// `AGENT[=TASK][@FLAG]`.
    private Side side(String text) {
        var at = text.indexOf('@');
        var flag = at < 0 ? "" : text.substring(at + 1);
        var parts = (at < 0 ? text : text.substring(0, at)).split("=", 2);
        var agent = said.member(parts[0]);
        if (parts.length == 1) {
            return new Side(agent, null, flag);
        }
        if (!Ids.isId(parts[1])) {
            throw new WrongField("no id of a task: '" + parts[1] + "'");
        }
        return new Side(agent, new TaskId(parts[1]), flag);
    }

    /// `NAME=lower|higher`.
    private static Yardstick yardstick(String text) {
        var at = text.lastIndexOf('=');
        try {
            return new Yardstick(
                    text.substring(0, Math.max(at, 0)),
                    Better.valueOf(text.substring(at + 1).toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException _) {
            throw new WrongField("a metric is NAME=lower or NAME=higher, got '" + text + "'");
        }
    }

    Reply rank() {
        var by = said.by();
        var first = fields().value("first", TaskId::new);
        var then = fields().value("then", TaskId::new);
        var told =
                said.tell(new ConflictCommand.Rank(first, then, by), said.call().keyOrNew());
        return said.answer(told, events -> {
            var id = raised(events);
            return by + " wants " + first + " before " + then + (id.isEmpty() ? "" : "; " + id + " was raised");
        });
    }

    Reply evidence() {
        var id = id();
        var command = new ConflictCommand.Give(id, said.by(), fields().amounts("values"));
        return said.answer(said.tell(command, said.call().keyOrNew()), id + ": data taken");
    }

    Reply decide() {
        var id = id();
        var by = said.by();
        var side = fields().textOrNull("for");
        var chosen = side == null ? null : chosen(id, side);
        var command = new ConflictCommand.Decide(id, by, chosen, fields().text("rationale"));
        var told = said.tell(command, said.call().key("conflict-decide/" + id));
        var after = said.state().conflicts().get(id);
        var words = after == null || after.decision() == null
                ? ""
                : " for " + after.chosen().agent();
        return said.answer(told, id + " decided" + words);
    }

    private int chosen(MatterId id, String side) {
        var conflict = said.state().conflicts().get(id);
        var sides = conflict == null ? List.<Side>of() : conflict.note().sides();
        var chosen = IntStream.range(0, sides.size())
                .filter(number -> names(sides.get(number), side))
                .boxed()
                .toList();
        if (chosen.size() != 1) {
            throw new WrongField("'" + side + "' names " + chosen.size() + " sides of " + id);
        }
        return chosen.getFirst();
    }

    private static boolean names(Side each, String text) {
        return each.agent().value().equals(text)
                || each.flag().equals(text)
                || (each.task() != null && each.task().value().equals(text));
    }

    /// The id of the conflict that there is now; empty if there is none.
    private static String raised(List<CoordinationEvent> events) {
        return events.stream()
                .filter(ConflictEvent.ConflictRaised.class::isInstance)
                .map(event -> ((ConflictEvent.ConflictRaised) event).id().toString())
                .findFirst()
                .orElse("");
    }

    private Fields fields() {
        return said.fields();
    }

    private MatterId id() {
        return fields().value("id", MatterId::parse);
    }
}
