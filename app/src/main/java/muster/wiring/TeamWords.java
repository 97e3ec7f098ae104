package muster.wiring;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import muster.coordination.Conflict;
import muster.coordination.ConflictNote;
import muster.coordination.CoordinationState;
import muster.coordination.Settled;
import muster.coordination.TeamWait;
import muster.plan.AgentId;
import muster.run.GateState;
import muster.run.RunGate;
import org.jspecify.annotations.Nullable;

/// Gates, blockers, conflicts and what a run waits for, in lines of text.
public final class TeamWords {
    private TeamWords() {}

    /// One line for each gate.
    public static List<String> gates(CoordinationState state) {
        return state.run().plan().gates().stream()
                .map(gate -> gate(state, gate))
                .toList();
    }

    /// One line for each blocker.
    public static List<String> blockers(CoordinationState state) {
        return state.blockers().values().stream()
                .map(blocker -> blocker.id() + "  " + blocker.note().severity() + "  " + standing(blocker.settled())
                        + "  " + blocker.note().title() + tasks(blocker.note().tasks()))
                .toList();
    }

    /// One line for each conflict.
    public static List<String> conflicts(CoordinationState state) {
        return state.conflicts().values().stream()
                .map(conflict -> conflict.id() + "  " + word(conflict.note().kind()) + "  "
                        + standing(conflict.settled()) + "  " + conflict.note().about() + ": " + course(conflict))
                .toList();
    }

    /// One line for each thing that the run waits for.
    public static List<String> waits(CoordinationState state) {
        return TeamWait.of(state).stream()
                .map(wait -> wait.matter() + ": " + wait.what()
                        + (wait.whom().isEmpty() ? "" : names(wait.whom(), " waits for ")))
                .toList();
    }

    private static String names(List<AgentId> agents, String before) {
        return ";" + before + agents.stream().map(AgentId::value).collect(Collectors.joining(", "));
    }

    private static String gate(CoordinationState state, RunGate gate) {
        var at = state.run().gate(gate.id());
        var words = switch (at) {
            case GateState.Closed _ -> "after " + gate.after();
            case GateState.Open(var by) -> by.size() + " of " + gate.quorum() + " approved" + missing(state, gate);
            case GateState.Passed _ -> "";
            case GateState.Rejected(var by, var reason) -> "by " + by + ": " + reason;
        };
        return gate.id() + "  " + at.getClass().getSimpleName().toLowerCase(Locale.ROOT) + "  " + gate.title()
                + (words.isEmpty() ? "" : "  (" + words + ")");
    }

    private static String missing(CoordinationState state, RunGate gate) {
        var open = gate.requires().stream()
                .filter(fact -> !state.run().facts().contains(fact))
                .map(Object::toString);
        var to = state.gate(gate.id()).delegates().entrySet().stream()
                .filter(each -> !each.getValue().equals(each.getKey()))
                .map(each -> each.getValue() + " for " + each.getKey());
        return Stream.concat(open.map(fact -> "; not yet " + fact), to.map(each -> "; " + each))
                .collect(Collectors.joining());
    }

    private static String tasks(List<?> tasks) {
        return tasks.isEmpty() ? "" : "  " + tasks;
    }

    private static String standing(@Nullable Settled settled) {
        return settled == null ? "open" : "resolved";
    }

    private static String course(Conflict conflict) {
        var decision = conflict.decision();
        if (decision != null) {
            return "decided for " + side(conflict.chosen()) + " (" + decision.rationale() + ")";
        }
        return switch (conflict.course()) {
            case Conflict.Analysis(var impacts) ->
                IntStream.range(0, impacts.size())
                        .mapToObj(each -> side(conflict.note().sides().get(each)) + " "
                                + impacts.get(each).chain() + " of work behind it")
                        .collect(Collectors.joining(", "));
            case Conflict.Turns(var side, var _, var until) ->
                "turn of " + side(conflict.note().sides().get(side)) + " until "
                        + until.truncatedTo(ChronoUnit.SECONDS);
            case Conflict.Trial trial ->
                trial.reviewAt() == null ? "data of all sides are needed" : "trial, reviewed at " + trial.reviewAt();
        };
    }

    private static String side(ConflictNote.Side side) {
        return side.task() == null ? side.agent().value() : side.agent() + " (" + side.task() + ")";
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
