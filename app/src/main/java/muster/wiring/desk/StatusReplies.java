package muster.wiring.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import muster.coordination.CoordinationState;
import muster.coordination.TeamWait;
import muster.desk.Ending;
import muster.desk.Fields;
import muster.desk.Reply;
import muster.run.Conditions;
import muster.run.RunId;
import muster.run.RunStatus;
import muster.run.StepState;
import muster.storage.Journal;
import muster.wiring.TeamJson;
import muster.wiring.TeamWords;
import muster.wiring.Workspace;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Where runs stand, or stood.
record StatusReplies(Workspace workspace, Journal journal, SeenTeams seen) {
    private static final JsonMapper JSON = JsonMapper.shared();

    /// All runs, in the order in which they began.
    Reply all(Fields fields) {
        var at = fields.instantOrNull("at");
        var head = journal.head().sequence();
        var tree = JSON.createObjectNode().put("workspace", workspace.root().toString());
        var list = tree.putArray("runs");
        var lines = new ArrayList<String>();
        for (var team : seen.all(when(at, Instant.MAX))) {
            list.add(tree(team, at));
            lines.addAll(lines(team, at));
        }
        var document = new Reply.Document("muster.status/1", tree);
        var said = list.isEmpty() && at != null ? List.of("no run had begun at " + at) : List.<String>of();
        return new Reply.Given(Ending.YES, document, lines, said, "j" + head);
    }

    /// One run.
    Reply one(RunId id, Fields fields) {
        var at = fields.instantOrNull("at");
        var team = seen.one(id, when(at, Instant.MAX));
        var version = team.run().version();
        if (version == 0) {
            return new Reply.Refused(Ending.NOT_FOUND, "run " + id + " had not begun at " + at);
        }
        var document = new Reply.Document("muster.run-status/1", tree(team, at));
        return new Reply.Given(Ending.YES, document, lines(team, at), List.of(), "v" + version);
    }

    private static ObjectNode tree(CoordinationState team, @Nullable Instant at) {
        var run = team.run();
        var tree = JSON.createObjectNode()
                .put("run", run.plan().id().value())
                .put("status", Held.word(run))
                .put("events", run.version());
        if (run.status() == RunStatus.STALLED) {
            tree.put("why", Conditions.whyStalled(run, when(at, Instant.now())));
        }
        var steps = tree.putArray("steps");
        for (var step : run.plan().steps()) {
            StepShown.put(steps.addObject(), run, step);
        }
        CourseShown.put(tree, run, when(at, Instant.now()));
        var gates = tree.putArray("gates");
        run.gates()
                .forEach((gate, state) -> gates.addObject()
                        .put("id", gate.value())
                        .put("state", state.getClass().getSimpleName().toLowerCase(Locale.ROOT)));
        if (TeamWait.alone(run)) {
            TeamJson.waits(tree, team);
        }
        return tree;
    }

    private static List<String> lines(CoordinationState team, @Nullable Instant at) {
        var run = team.run();
        var lines = new ArrayList<String>();
        var done = run.steps().values().stream()
                .filter(StepState.Done.class::isInstance)
                .count();
        lines.add("run " + run.plan().id() + ": " + Held.word(run) + ", " + done + " of "
                + run.steps().size() + " steps done, " + run.version() + " events");
        if (run.status() == RunStatus.STALLED) {
            lines.add("  it cannot go on: " + Conditions.whyStalled(run, when(at, Instant.now())));
        }
        for (var step : run.plan().steps()) {
            lines.add(StepShown.line(run, step));
        }
        lines.addAll(CourseShown.lines(run, when(at, Instant.now())));
        if (TeamWait.alone(run)) {
            TeamWords.waits(team).forEach(wait -> lines.add("  waits for " + wait));
        }
        return lines;
    }

    private static Instant when(@Nullable Instant at, Instant otherwise) {
        return at == null ? otherwise : at;
    }
}
