package muster.replanning;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import muster.facts.Fact;
import muster.facts.Truth;
import muster.plan.FactId;
import muster.plan.TaskId;
import muster.run.ClaimEvent;
import muster.run.Event;
import muster.run.LoopEvent;
import muster.run.Recorded;
import muster.run.RunId;
import muster.run.RunRules;
import muster.run.RunState;

/// What the events of a run say of facts and of its steps.
///
/// @param state after the last event
/// @param facts the last word on each fact; the evidence is the run and the number of the event, such as `demo:12`
/// @param begunWith facts of which the last word is the beginning of the run
/// @param failed steps that failed for good and were not done, or given another try, since
public record RunFacts(
        RunState state, SortedMap<FactId, Fact> facts, SortedSet<FactId> begunWith, SortedSet<TaskId> failed) {
    public RunFacts {
        facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
        begunWith = Collections.unmodifiableSortedSet(new TreeSet<>(begunWith));
        failed = Collections.unmodifiableSortedSet(new TreeSet<>(failed));
    }

    /// The events of a run, all of them from the first on.
    public static RunFacts of(RunId run, Iterable<Recorded> events) {
        var fold = new Fold(run);
        events.forEach(fold::add);
        return new RunFacts(fold.state, fold.facts, fold.begunWith, fold.failed);
    }

    private static final class Fold {
        private final SortedMap<FactId, Fact> facts = new TreeMap<>();
        private final SortedSet<FactId> begunWith = new TreeSet<>();
        private final SortedSet<TaskId> failed = new TreeSet<>();
        private RunState state;

        Fold(RunId run) {
            this.state = RunState.before(run);
        }

        void add(Recorded recorded) {
            var event = recorded.event();
            state = RunRules.apply(state, event);
            about(event).forEach(fact -> say(fact, recorded));
            if (event instanceof Event.RunStarted started) {
                begunWith.addAll(started.facts());
            }
            note(event);
        }

        private void say(FactId fact, Recorded recorded) {
            var truth = state.facts().contains(fact) ? Truth.TRUE : Truth.FALSE;
            var before = facts.get(fact);
            boolean reported = recorded.event() instanceof Event.FactsReported;
            if (before == null ? truth == Truth.TRUE || reported : reported || before.truth() != truth) {
                var event = recorded.run() + ":" + recorded.version();
                facts.put(fact, new Fact(fact, truth, List.of(event), recorded.at(), null));
                begunWith.remove(fact);
            }
        }

        private void note(Event event) {
            switch (event) {
                case Event.StepFailed(var task, var _) -> failed.add(task);
                case Event.RetryGranted(var task, var _, var _, var _) -> failed.remove(task);
                case Event.AttemptSucceeded(var task, var _, var _) -> failed.remove(task);
                case Event _ -> {}
            }
        }

        /// The facts that an event may be about.
        private Stream<FactId> about(Event event) {
            return switch (event) {
                case Event.RunStarted started -> started.facts().stream();
                case Event.FactsReported told -> Stream.concat(told.holding().stream(), told.failing().stream());
                case Event.OfAttempt attempt -> of(attempt.task());
                case Event.OfStep step -> of(step.task());
                case ClaimEvent claim -> of(claim.task());
                case LoopEvent loop -> of(loop);
                case Event _ -> Stream.of();
            };
        }

        private Stream<FactId> of(LoopEvent event) {
            return state.plan().loops().stream()
                    .filter(loop -> loop.id().equals(event.loop()))
                    .flatMap(loop -> loop.steps().stream())
                    .flatMap(this::of);
        }

        private Stream<FactId> of(TaskId task) {
            var step = state.plan().step(task);
            return Stream.concat(step.provides().stream(), Stream.of(step.done()));
        }
    }
}
