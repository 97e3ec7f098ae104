package muster.coordination;

import java.time.Instant;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import muster.plan.TaskId;
import muster.run.Step;
import muster.run.StepState;

/// How blockers are raised and resolved, and what they hold.
final class BlockerRules {
    private BlockerRules() {}

    static Ruling decide(CoordinationState state, BlockerCommand command) {
        return switch (command) {
            case BlockerCommand.Raise(var note, var by) -> {
                var why = fault(state, note);
                var id = new MatterId(MatterId.Kind.BLOCKER, state.blockers().size() + 1);
                yield why.isEmpty()
                        ? new Ruling.Granted(new BlockerEvent.BlockerRaised(id, note, by))
                        : new Ruling.Denied(why);
            }
            case BlockerCommand.Resolve(var id, var by, var how) -> {
                var why = how.isBlank() ? "how was it resolved?" : closed(state, id);
                yield why.isEmpty()
                        ? new Ruling.Granted(new BlockerEvent.BlockerResolved(id, by, how))
                        : new Ruling.Denied(why);
            }
        };
    }

    static SortedMap<MatterId, Blocker> apply(SortedMap<MatterId, Blocker> blockers, BlockerEvent event, Instant at) {
        var changed = new TreeMap<>(blockers);
        switch (event) {
            case BlockerEvent.BlockerRaised(var id, var note, var by) ->
                changed.put(id, new Blocker(id, note, by, at, null));
            case BlockerEvent.BlockerResolved(var id, var by, var how) ->
                changed.computeIfPresent(id, (_, was) -> was.settled(new Settled(by, at, how)));
        }
        return changed;
    }

    /// Steps that an open blocker keeps from beginning. P2 and P3 slow work down, they do not stop it (seed 003).
    static SortedSet<TaskId> held(CoordinationState state) {
        return state.blockers().values().stream()
                .filter(blocker -> blocker.settled() == null)
                .flatMap(blocker -> held(state, blocker.note()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<TaskId> held(CoordinationState state, BlockerNote note) {
        return switch (note.severity()) {
            case P0 -> note.tasks().isEmpty() ? notBegun(state) : note.tasks().stream();
            case P1 -> note.tasks().stream();
            case P2, P3 -> Stream.empty();
        };
    }

    private static Stream<TaskId> notBegun(CoordinationState state) {
        return state.run().plan().steps().stream()
                .map(Step::id)
                .filter(step -> state.run().step(step) instanceof StepState.Waiting
                        || state.run().step(step) instanceof StepState.Ready);
    }

    private static String fault(CoordinationState state, BlockerNote note) {
        if (note.title().isBlank()) {
            return "a blocker needs a title";
        }
        return note.tasks().stream()
                .filter(task -> !state.run().steps().containsKey(task))
                .findFirst()
                .map(task -> "the run has no step " + task)
                .orElse("");
    }

    private static String closed(CoordinationState state, MatterId id) {
        if (!state.blockers().containsKey(id)) {
            return "there is no blocker " + id;
        }
        var settled = Objects.requireNonNull(state.blockers().get(id)).settled();
        return settled == null ? "" : id + " was resolved before by " + settled.by();
    }
}
