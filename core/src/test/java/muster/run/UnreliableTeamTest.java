package muster.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever a team does, no task is done twice, none is lost, no stale word counts, dependencies, gates and write-sets
/// hold, and a run ends or says what it waits for.
class UnreliableTeamTest {
    private static final int SEEDS = 300;

    @Test
    void whateverATeamDoesTheInvariantsHold() {
        for (var seed = 0; seed < SEEDS; seed++) {
            assertThat(new UnreliableTeam(seed, RunRules::decide).play())
                    .as("seed " + seed)
                    .isEmpty();
        }
    }

    @Test
    void aSeedAlwaysPlaysTheSame() {
        assertThat(new UnreliableTeam(7, PlantedBugs::doneTwice).play())
                .isEqualTo(new UnreliableTeam(7, PlantedBugs::doneTwice).play());
    }

    static Stream<Arguments> bugs() {
        return Stream.of(
                Arguments.of("stale", (UnreliableTeam.Rules) PlantedBugs::staleFence),
                Arguments.of("done twice", (UnreliableTeam.Rules) PlantedBugs::doneTwice),
                Arguments.of("before what it needs", (UnreliableTeam.Rules) PlantedBugs::needsIgnored),
                Arguments.of("lives but loses", (UnreliableTeam.Rules) PlantedBugs::hastyReaper),
                Arguments.of("neither ends nor stalls", (UnreliableTeam.Rules) PlantedBugs::noReaper),
                Arguments.of("write the same", (UnreliableTeam.Rules) PlantedBugs::writesIgnored),
                Arguments.of("checks its own work", (UnreliableTeam.Rules) PlantedBugs::ownCheck));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bugs")
    void aPlantedBugIsFound(String violation, UnreliableTeam.Rules bug) {
        var found = IntStream.range(0, SEEDS)
                .mapToObj(seed -> new UnreliableTeam(seed, bug).play())
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
            return command instanceof ClaimCommand.Finish f && state.step(f.task()) instanceof StepState.Done
                    ? List.of(new Event.AttemptSucceeded(f.task(), f.fence(), f.outputs()))
                    : RunRules.decide(state, command, now);
        }

        static List<Event> needsIgnored(RunState state, Command command, Instant now) {
            return command instanceof ClaimCommand.Take t
                            && state.status() == RunStatus.RUNNING
                            && state.step(t.task()) instanceof StepState.Waiting
                    ? granted(state, t, now)
                    : RunRules.decide(state, command, now);
        }

        static List<Event> writesIgnored(RunState state, Command command, Instant now) {
            return command instanceof ClaimCommand.Take t
                            && state.status() == RunStatus.RUNNING
                            && state.step(t.task()) instanceof StepState.Ready
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
                            && state.step(c.task()) instanceof StepState.Submitted(var _, var _, var attempt, var _)
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
