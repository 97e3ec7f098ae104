package muster.wiring;

import java.util.List;
import java.util.Locale;
import muster.coordination.Blocker;
import muster.coordination.Conflict;
import muster.coordination.CoordinationState;
import muster.coordination.Settled;
import muster.coordination.TeamWait;
import muster.run.GateState;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Gates, blockers, conflicts and what a run waits for, as JSON for other programs.
public final class TeamJson {
    private static final JsonMapper JSON = JsonMapper.shared();

    private TeamJson() {}

    /// All gates.
    public static ObjectNode gates(CoordinationState state) {
        var tree = JSON.createObjectNode();
        var list = tree.putArray("gates");
        for (var gate : state.run().plan().gates()) {
            var at = state.run().gate(gate.id());
            var watch = state.gate(gate.id());
            var one = list.addObject()
                    .put("id", gate.id().value())
                    .put("title", gate.title())
                    .put("state", at.getClass().getSimpleName().toLowerCase(Locale.ROOT))
                    .put("quorum", gate.quorum())
                    .put(
                            "opened",
                            watch.opened() == null ? null : watch.opened().toString());
            strings(one.putArray("approvers"), gate.approvers());
            strings(one.putArray("approved"), at instanceof GateState.Open(var by) ? List.copyOf(by) : List.of());
            strings(
                    one.putArray("missing"),
                    gate.requires().stream()
                            .filter(fact -> !state.run().facts().contains(fact))
                            .toList());
            var delegates = one.putObject("delegates");
            watch.delegates().forEach((from, to) -> delegates.put(from.value(), to.value()));
        }
        return tree;
    }

    /// All blockers.
    public static ObjectNode blockers(CoordinationState state) {
        var tree = JSON.createObjectNode();
        var list = tree.putArray("blockers");
        state.blockers().values().forEach(blocker -> list.add(blocker(state, blocker)));
        return tree;
    }

    private static ObjectNode blocker(CoordinationState state, Blocker blocker) {
        var note = blocker.note();
        var one = JSON.createObjectNode()
                .put("id", blocker.id().toString())
                .put("severity", note.severity().name())
                .put("title", note.title())
                .put("by", blocker.by().value())
                .put("raised", blocker.raised().toString())
                .put("escalations", state.chase(blocker.id().toString()).level())
                .put("impact", note.impact())
                .put("delay", note.delay())
                .put("mitigation", note.mitigation())
                .put("workaround", note.workaround())
                .put("action", note.action());
        strings(one.putArray("tasks"), note.tasks());
        return settled(one, blocker.settled());
    }

    /// All conflicts.
    public static ObjectNode conflicts(CoordinationState state) {
        var tree = JSON.createObjectNode();
        var list = tree.putArray("conflicts");
        state.conflicts().values().forEach(conflict -> list.add(conflict(state, conflict)));
        return tree;
    }

    private static ObjectNode conflict(CoordinationState state, Conflict conflict) {
        var note = conflict.note();
        var one = JSON.createObjectNode()
                .put("id", conflict.id().toString())
                .put("kind", note.kind().name().toLowerCase(Locale.ROOT))
                .put("about", note.about())
                .put("by", note.by().value())
                .put("raised", conflict.raised().toString())
                .put("escalations", state.chase(conflict.id().toString()).level());
        var sides = one.putArray("sides");
        note.sides()
                .forEach(side -> sides.addObject()
                        .put("agent", side.agent().value())
                        .put("task", side.task() == null ? null : side.task().value())
                        .put("flag", side.flag()));
        course(one, conflict.course());
        var decision = conflict.decision();
        if (decision != null) {
            one.putObject("decision")
                    .put("for", conflict.chosen().agent().value())
                    .put("by", decision.by().value())
                    .put("at", decision.at().toString())
                    .put("rationale", decision.rationale())
                    .put("basis", decision.basis());
        }
        return settled(one, conflict.settled());
    }

    private static void course(ObjectNode one, Conflict.Course course) {
        switch (course) {
            case Conflict.Analysis(var impacts) -> {
                var list = one.putArray("impacts");
                impacts.forEach(impact ->
                        list.addObject().put("chain", impact.chain().toString()).put("waiting", impact.waiting()));
            }
            case Conflict.Turns(var side, var _, var until) ->
                one.putObject("turn").put("side", side).put("until", until.toString());
            case Conflict.Trial trial ->
                one.put("measurements", trial.data().size())
                        .put(
                                "review_at",
                                trial.reviewAt() == null
                                        ? null
                                        : trial.reviewAt().toString());
        }
    }

    /// What a run waits for, under `waits_for`.
    public static void waits(ObjectNode tree, CoordinationState state) {
        var list = tree.putArray("waits_for");
        TeamWait.of(state).forEach(wait -> {
            var one = list.addObject().put("matter", wait.matter()).put("what", wait.what());
            strings(one.putArray("whom"), wait.whom());
        });
    }

    private static ObjectNode settled(ObjectNode one, @Nullable Settled settled) {
        one.put("state", settled == null ? "open" : "resolved");
        return settled == null
                ? one
                : one.put("resolved_by", settled.by().value())
                        .put("resolved_at", settled.at().toString())
                        .put("how", settled.how());
    }

    private static void strings(ArrayNode list, List<?> values) {
        values.forEach(value -> list.add(value.toString()));
    }
}
