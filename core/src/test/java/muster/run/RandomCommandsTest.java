package muster.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import muster.plan.AgentId;
import muster.plan.FactId;
import muster.plan.GateId;
import muster.plan.TaskId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What holds for every run, whatever commands come in whatever order. The seed is in the name of the case.
class RandomCommandsTest {
    private static final int COMMANDS = 120;

    static IntStream seeds() {
        return IntStream.range(0, 100);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void replayingTheEventsGivesTheLiveState(int seed) {
        var run = wild(new Random(seed));

        var replayed = RunRules.replay(RunState.before(new RunId("r1")), run.events);

        assertThat(replayed).isEqualTo(run.state);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aRefusedCommandChangesNothingAndDecidingAgainDecidesTheSame(int seed) {
        var random = new Random(seed);
        var run = new Trial(Plans.random(random));

        for (var i = 0; i < COMMANDS; i++) {
            var before = run.state;
            var command = command(random, run);
            var again = RunRules.decide(before, command, run.now);
            var events = run.tell(command);
            assertThat(events).isEqualTo(again);
            if (!events.isEmpty() && events.getFirst() instanceof Event.Refused) {
                assertThat(events).hasSize(1);
                assertThat(run.state).isEqualTo(before.next());
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void fencesOnlyGrowAndAnAttemptBeginsOnlyWithItsConditionsMet(int seed) {
        var random = new Random(seed);
        var run = new Trial(Plans.random(random));

        var fence = 0L;
        for (var i = 0; i < COMMANDS; i++) {
            var before = run.state;
            for (var event : run.tell(command(random, run))) {
                if (event instanceof Event.AttemptStarted started) {
                    assertThat(started.attempt().fence()).isGreaterThan(fence);
                    fence = started.attempt().fence();
                    assertConditions(before, started);
                }
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void stepsAreUndoneInTheReverseOrderOfTheirEffects(int seed) {
        var run = wild(new Random(seed));
        settle(run);
        var forward = Set.of(RunStatus.STALLED, RunStatus.FINISHED).contains(run.state.status());
        var effects = run.state.touched().inOrder().reversed();

        run.rollBack();
        settle(run);

        var undone = run.events.subList(run.events.lastIndexOf(rollback(run)), run.events.size()).stream()
                .filter(event -> event instanceof Event.UndoReady || event instanceof Event.UndoSkipped)
                .map(event -> ((Event.OfStep) event).task())
                .toList();
        assertThat(forward ? undone : effects).isEqualTo(effects);
        assertThat(run.state.status()).isEqualTo(RunStatus.ROLLED_BACK);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aDiligentTeamFinishesWhateverWentWrongBefore(int seed) {
        var random = new Random(seed);
        var run = new Trial(Plans.random(random));
        for (var i = 0; i < COMMANDS; i++) {
            var command = command(random, run);
            if (!(command instanceof Command.Reject)) {
                run.tell(command);
            }
        }

        settle(run);

        assertThat(run.state.status()).isIn(RunStatus.FINISHED, RunStatus.ROLLED_BACK);
    }

    /// The agenda of a command leaves nothing out that a look at every step would find.
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void nothingThatFollowsOfItselfIsLeftOpen(int seed) {
        var random = new Random(seed);
        var run = new Trial(Plans.random(random));

        for (var i = 0; i < COMMANDS; i++) {
            run.tell(command(random, run));
            if (Set.of(RunStatus.RUNNING, RunStatus.STALLED).contains(run.state.status())) {
                run.state
                        .plan()
                        .steps()
                        .forEach(step -> assertThat(isOpen(run.state, step))
                                .as(step.id() + " is " + run.state.step(step.id()))
                                .isFalse());
            }
        }
    }

    private static boolean isOpen(RunState state, Step step) {
        var free = Conditions.missing(state, step).isEmpty();
        return state.step(step.id()) instanceof StepState.Waiting
                ? free
                : state.step(step.id()) instanceof StepState.Ready && !free;
    }

    private static Event rollback(Trial run) {
        return run.events.stream()
                .filter(event -> event instanceof Event.RollbackStarted)
                .findFirst()
                .orElseThrow();
    }

    private static void assertConditions(RunState before, Event.AttemptStarted started) {
        var step = before.plan().step(started.task());
        assertThat(before.step(started.task())).isInstanceOf(StepState.Ready.class);
        if (started.purpose() == Purpose.DO) {
            assertThat(Conditions.missing(before, step)).isEmpty();
        }
    }

    private static Trial wild(Random random) {
        var run = new Trial(Plans.random(random));
        for (var i = 0; i < COMMANDS; i++) {
            run.tell(command(random, run));
        }
        return run;
    }

    /// Does everything that can be done, well.
    private static void settle(Trial run) {
        run.tell(new Command.ReportFacts(
                Plans.BOB,
                new TreeSet<>(List.of(new FactId("f0"), new FactId("f1"), new FactId("f2"))),
                new TreeSet<>()));
        for (var round = 0; round < 100; round++) {
            run.pass(Duration.ofMinutes(6));
            for (var approver : List.of(Plans.ANN, Plans.BOB)) {
                run.approve("g", approver);
            }
            new TreeMap<>(run.state.steps()).forEach((task, state) -> move(run, task, state));
        }
    }

    private static void move(Trial run, TaskId task, StepState state) {
        switch (state) {
            case StepState.Ready _ -> {
                run.tell(new Command.Claim(task, Plans.ANN, Place.ENGINE));
                run.tell(new Command.Succeed(task, run.state.fence(), new TreeMap<>()));
            }
            case StepState.Running running ->
                run.tell(new Command.Succeed(task, running.attempt().fence(), new TreeMap<>()));
            case StepState.Blocked _ -> run.tell(new Command.Answer(task, Plans.BOB, "yes"));
            case StepState.Failed _ -> run.tell(new Command.Retry(task, Plans.BOB, "again"));
            case StepState.Waiting _,
                    StepState.Submitted _,
                    StepState.Skipped _,
                    StepState.Done _,
                    StepState.Undone _,
                    StepState.Kept _ -> {}
        }
    }

    private static Command command(Random random, Trial run) {
        run.pass(Duration.ofMillis(random.nextInt(1500)));
        var task = Plans.task("s" + random.nextInt(10));
        var fence = Math.max(0, run.state.fence() - random.nextInt(3));
        var by = List.of(Plans.ANN, Plans.BOB, new AgentId("eve")).get(random.nextInt(3));
        var gate = new GateId(random.nextInt(10) == 0 ? "h" : "g");
        return switch (random.nextInt(18)) {
            case 0, 1, 2, 3, 4 -> new Command.Claim(task, by, random.nextBoolean() ? Place.ENGINE : Place.OUTSIDE);
            case 5, 6, 7 -> new Command.Succeed(running(random, run, task), fence, new TreeMap<>());
            case 8 -> new Command.Fail(running(random, run, task), fence, "why not");
            case 9 -> new Command.Ask(running(random, run, task), fence, List.of("really?"));
            case 10 -> new Command.Answer(task, by, "yes");
            case 11 -> new Command.CompleteManual(task, by, Hands.REAL, new TreeMap<>());
            case 12 -> new Command.Approve(gate, by, "fine");
            case 13 -> new Command.Lose(running(random, run, task), fence, "silence");
            case 14 -> new Command.Retry(task, by, "again");
            case 15 -> new Command.ReportFacts(by, facts(random), facts(random));
            case 16 ->
                random.nextInt(10) == 0 ? new Command.Reject(gate, by, "no") : new Command.Recover(new TreeSet<>());
            default -> random.nextInt(12) == 0 ? new Command.RollBack(by, "back") : new Command.Note("remark", "{}");
        };
    }

    private static TaskId running(Random random, Trial run, TaskId otherwise) {
        var all = run.state.steps().entrySet().stream()
                .filter(entry -> entry.getValue() instanceof StepState.Running)
                .toList();
        return all.isEmpty() || random.nextInt(4) == 0
                ? otherwise
                : all.get(random.nextInt(all.size())).getKey();
    }

    private static SortedSet<FactId> facts(Random random) {
        var some = new TreeSet<FactId>();
        if (random.nextBoolean()) {
            some.add(new FactId("f" + random.nextInt(3)));
        }
        return some;
    }
}
