package muster.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import muster.run.ClaimCommand;
import muster.run.ClaimEvent;
import muster.run.Command;
import muster.run.Event;
import muster.run.Hold;
import muster.run.LoopEvent;
import muster.run.LoopState;
import muster.run.Place;
import muster.run.RevisionEvent;
import muster.run.RunRules;
import muster.run.RunState;
import muster.run.RunStatus;
import muster.run.Spending;
import muster.run.StepState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever a team does, no task is done twice, none is lost, no stale word counts, dependencies, gates and write-sets
/// hold, and a run ends or says what it waits for.
class RehearsalTest {
    private static final int SEEDS = 300;

    @Test
    void whateverATeamDoesTheInvariantsHold() {
        for (var seed = 0; seed < SEEDS; seed++) {
            assertThat(Rehearsal.play(seed, RunRules::decide).violations())
                    .as("seed " + seed)
                    .isEmpty();
        }
    }

    @Test
    void aSeedAlwaysPlaysTheSame() {
        assertThat(Rehearsal.play(7, PlantedBugs::doneTwice)).isEqualTo(Rehearsal.play(7, PlantedBugs::doneTwice));
    }

    static Stream<Arguments> bugs() {
        return Stream.of(
                Arguments.of("stale", (Rules) PlantedBugs::staleFence),
                Arguments.of("done twice", (Rules) PlantedBugs::doneTwice),
                Arguments.of("before what it needs", (Rules) PlantedBugs::needsIgnored),
                Arguments.of("lives but loses", (Rules) PlantedBugs::hastyReaper),
                Arguments.of("neither ends nor stalls", (Rules) PlantedBugs::noReaper),
                Arguments.of("write the same", (Rules) PlantedBugs::writesIgnored),
                Arguments.of("checks its own work", (Rules) PlantedBugs::ownCheck),
                Arguments.of("beyond its limit", (Rules) PlantedBugs::endlessLoop),
                Arguments.of("before loop l has ended", (Rules) PlantedBugs::loopLeaks),
                Arguments.of("tokens are spent", (Rules) PlantedBugs::budgetIgnored),
                Arguments.of("a revision", (Rules) PlantedBugs::anyRevision),
                Arguments.of("paused or over", (Rules) PlantedBugs::pauseIgnored));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bugs")
    void aPlantedBugIsFound(String violation, Rules bug) {
        var found = IntStream.range(0, SEEDS)
                .mapToObj(seed -> Rehearsal.play(seed, bug).violations())
                .filter(violations -> violations.stream().anyMatch(each -> each.contains(violation)))
                .findFirst();

        assertThat(found).isPresent();
    }

    /// Rules with one mistake each.
    private static final class PlantedBugs {
        static List<Event> staleFence(RunState state, Command command, Instant now) {
            var hold = command instanceof ClaimCommand.Finish c ? state.claims().hold(c.task()) : null;
            return hold == null || !(command instanceof ClaimCommand.Finish f)
                    ? RunRules.decide(state, command, now)
                    : RunRules.decide(
                            state,
                            new ClaimCommand.Finish(f.task(), hold.fence(), hold.by(), f.delivered(), f.outputs()),
                            now);
        }

        static List<Event> doneTwice(RunState state, Command command, Instant now) {
            return command instanceof ClaimCommand.Finish f && state.steps().get(f.task()) instanceof StepState.Done
                    ? List.of(new Event.AttemptSucceeded(f.task(), f.fence(), f.outputs()))
                    : RunRules.decide(state, command, now);
        }

        static List<Event> needsIgnored(RunState state, Command command, Instant now) {
            return command instanceof ClaimCommand.Take t
                            && state.status() == RunStatus.RUNNING
                            && state.steps().get(t.task()) instanceof StepState.Waiting
                    ? granted(state, t, now)
                    : RunRules.decide(state, command, now);
        }

        static List<Event> writesIgnored(RunState state, Command command, Instant now) {
            return command instanceof ClaimCommand.Take t
                            && state.status() == RunStatus.RUNNING
                            && state.steps().get(t.task()) instanceof StepState.Ready
                    ? granted(state, t, now)
                    : RunRules.decide(state, command, now);
        }

        /// The loop never ends of itself.
        static List<Event> endlessLoop(RunState state, Command command, Instant now) {
            var decided = RunRules.decide(state, command, now);
            var after = RunRules.replay(state, decided);
            var at = after.course().loops().get(RandomRun.LOOP);
            return at != null && at.standing() == LoopState.Standing.EXHAUSTED
                    ? Stream.concat(
                                    decided.stream(),
                                    Stream.of(new LoopEvent.RoundBegan(RandomRun.LOOP, at.round() + 1)))
                            .toList()
                    : decided;
        }

        /// What is done in a loop counts outside at once.
        static List<Event> loopLeaks(RunState state, Command command, Instant now) {
            return command instanceof ClaimCommand.Take t
                            && state.status() == RunStatus.RUNNING
                            && state.steps().get(t.task()) instanceof StepState.Waiting
                            && state.plan().step(t.task()).gates().isEmpty()
                            && state.plan().step(t.task()).needs().stream()
                                    .allMatch(need -> state.step(need).settled())
                    ? granted(state, t, now)
                    : RunRules.decide(state, command, now);
        }

        static List<Event> budgetIgnored(RunState state, Command command, Instant now) {
            return command instanceof ClaimCommand.Take t
                            && state.steps().get(t.task()) instanceof StepState.Ready
                            && state.course().budgets().values().stream()
                                    .anyMatch(each -> each.alarm() == Spending.Alarm.USED_UP)
                    ? granted(state, t, now)
                    : RunRules.decide(state, command, now);
        }

        static List<Event> anyRevision(RunState state, Command command, Instant now) {
            return command instanceof Command.Revise r && state.status() == RunStatus.RUNNING
                    ? List.of(new RevisionEvent.PlanRevised(r.plan(), r.digest(), r.by(), r.reason(), List.of()))
                    : RunRules.decide(state, command, now);
        }

        static List<Event> pauseIgnored(RunState state, Command command, Instant now) {
            return command instanceof ClaimCommand.Take t
                            && state.status() == RunStatus.PAUSED
                            && state.steps().get(t.task()) instanceof StepState.Ready
                    ? granted(state, t, now)
                    : RunRules.decide(state, command, now);
        }

        static List<Event> hastyReaper(RunState state, Command command, Instant now) {
            return RunRules.decide(state, command, command instanceof ClaimCommand.Expire ? now.plusSeconds(600) : now);
        }

        static List<Event> noReaper(RunState state, Command command, Instant now) {
            return command instanceof ClaimCommand.Expire ? List.of() : RunRules.decide(state, command, now);
        }

        static List<Event> ownCheck(RunState state, Command command, Instant now) {
            return command instanceof ClaimCommand.Accept c
                            && state.steps().get(c.task())
                                    instanceof StepState.Submitted(var _, var _, var attempt, var _)
                            && attempt.by().equals(c.by())
                    ? List.of(new ClaimEvent.WorkAccepted(c.task(), attempt.fence(), c.by(), c.remark()))
                    : RunRules.decide(state, command, now);
        }

        private static List<Event> granted(RunState state, ClaimCommand.Take t, Instant now) {
            var step = state.plan().step(t.task());
            var attempt = new StepState.Attempt(state.fence() + 1, t.by(), Place.OUTSIDE);
            var hold = new Hold(
                    attempt.fence(),
                    t.by(),
                    now,
                    now.plus(t.lease()),
                    t.lease(),
                    step.terms().writes(),
                    null);
            return List.of(
                    new Event.AttemptStarted(t.task(), state.step(t.task()).purpose(), attempt, "key"),
                    new ClaimEvent.LeaseGranted(t.task(), hold, t.before()));
        }
    }
}
