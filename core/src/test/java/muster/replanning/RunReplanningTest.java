package muster.replanning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;
import muster.facts.WorldState;
import muster.plan.AgentId;
import muster.plan.FactId;
import muster.plan.Mode;
import muster.plan.Need;
import muster.plan.Plan;
import muster.plan.TaskId;
import muster.planning.CostRate;
import muster.planning.PlanMemory;
import muster.planning.Remedies;
import muster.planning.SmallPlan;
import muster.run.Command;
import muster.run.Event;
import muster.run.GateState;
import muster.run.Place;
import muster.run.Recorded;
import muster.run.RunId;
import muster.run.RunRules;
import muster.run.RunState;
import muster.run.RunStatus;
import muster.run.WholeRun;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Random plans whose runs meet with failures and lost facts, planned again and carried out to the end.
class RunReplanningTest {
    private static final RunId RUN = new RunId("r");
    private static final AgentId ANN = new AgentId("ann");
    private static final AgentId BOB = new AgentId("bob");
    private static final Instant NOW = SmallPlan.START;

    private final List<Recorded> journal = new ArrayList<>();
    private RunState state = RunState.before(RUN);

    static LongStream seeds() {
        return LongStream.range(0, 150);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aRunThatIsPlannedAgainReachesItsGoalOrSaysThatNothingDoes(long seed) {
        var random = new Random(seed);
        var plan = plan(random);
        tell(new Command.Start(WholeRun.of(RUN, plan, WholeRun.Conduct.USUAL), "digest", new TreeSet<>()));
        walk(random, random.nextInt(6));
        var words = words(random);

        var replan = replan(plan, words, new PlanMemory());

        assertThat(replan.against()).isEmpty();
        if (replan.isPlan()) {
            replan.orders("digest", ANN, "it changed").forEach(this::tell);
            assertThat(replan(plan, Words.NONE, new PlanMemory()).changes()).isFalse();
            walk(null, Integer.MAX_VALUE);
            assertThat(state.status()).isEqualTo(RunStatus.FINISHED);
        } else {
            words.failing()
                    .forEach(fact -> tell(new Command.ReportFacts(ANN, new TreeSet<>(), new TreeSet<>(Set.of(fact)))));
            walk(null, Integer.MAX_VALUE);
            assertThat(state.facts().containsAll(Remedies.goal(plan))).isFalse();
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatWasKeptOfAnEarlierPlanningChangesNothing(long seed) {
        var random = new Random(seed);
        var plan = plan(random);
        var memory = new PlanMemory();
        tell(new Command.Start(WholeRun.of(RUN, plan, WholeRun.Conduct.USUAL), "digest", new TreeSet<>()));
        replan(plan, Words.NONE, memory);
        walk(random, random.nextInt(6));
        var words = words(random);

        assertThat(replan(plan, words, memory)).isEqualTo(replan(plan, words, new PlanMemory()));
    }

    private RunReplan replan(Plan plan, Words words, PlanMemory memory) {
        var run = RunFacts.of(RUN, journal);
        return RunReplanning.of(
                new RunReplanning.Asked(plan, run, WorldState.EMPTY, words, NOW, CostRate.STANDARD), memory);
    }

    private Words words(Random random) {
        var failing = new TreeSet<FactId>();
        if (random.nextBoolean()) {
            state.facts().stream()
                    .filter(fact -> fact.value().startsWith("ready:"))
                    .findFirst()
                    .ifPresent(failing::add);
        }
        return new Words(new TreeSet<>(), failing, new TreeSet<>(), new TreeSet<>());
    }

    /// Tasks that need and provide at random; three facts that tasks or one of two remedies make true; one gate.
    private static Plan plan(Random random) {
        var plan = new SmallPlan()
                .expect("e0", Need.REQUIRED, "", SmallPlan.remedy("r0", 2, ""), SmallPlan.remedy("s0", 3, ""))
                .expect("e1", Need.REQUIRED, "", SmallPlan.remedy("r1", 1, "ready:e0"))
                .expect("e2", Need.REQUIRED, "")
                .phase("p", Mode.PARALLEL, "");
        for (int task = 0; task < 7; task++) {
            var needs = task > 0 && random.nextBoolean() ? "t" + random.nextInt(task) : "";
            var requires = random.nextInt(3) == 0 ? "ready:e" + random.nextInt(3) : "";
            var provides = random.nextInt(2) == 0 ? "ready:e" + random.nextInt(3) : "";
            plan.task("t" + task, 1 + random.nextInt(3), needs, requires, provides);
        }
        if (random.nextBoolean()) {
            plan.goal("done:t6");
        }
        return plan.gate("g", "t0", "t5").plan();
    }

    /// Ready steps are done, one after the other; at random, some fail for good.
    private void walk(@Nullable Random random, int steps) {
        for (int step = 0; step < steps; step++) {
            state.gates().forEach((gate, at) -> {
                if (at instanceof GateState.Open) {
                    tell(new Command.Approve(gate, BOB, "well"));
                }
            });
            if (state.ready().isEmpty()) {
                return;
            }
            var task = state.ready().getFirst().id();
            tell(new Command.Claim(task, state.ready().getFirst().owners().getFirst(), Place.ENGINE));
            end(task, random != null && random.nextInt(3) == 0);
        }
    }

    private void end(TaskId task, boolean fails) {
        tell(
                fails
                        ? new Command.Fail(task, state.fence(), "no luck")
                        : new Command.Succeed(task, state.fence(), new TreeMap<>()));
        while (fails && state.ready().stream().anyMatch(step -> step.id().equals(task))) {
            tell(new Command.Claim(task, state.ready().getFirst().owners().getFirst(), Place.ENGINE));
            tell(new Command.Fail(task, state.fence(), "no luck"));
        }
    }

    private void tell(Command command) {
        for (var event : RunRules.decide(state, command, NOW.plusSeconds(journal.size()))) {
            assertThat(event).isNotInstanceOf(Event.Refused.class);
            state = RunRules.apply(state, event);
            journal.add(
                    new Recorded(RUN, state.version(), "c" + journal.size(), NOW.plusSeconds(journal.size()), event));
        }
    }
}
