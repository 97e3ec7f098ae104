package muster.rehearsal;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import muster.plan.Action;
import muster.plan.AgentId;
import muster.plan.Checking;
import muster.plan.FactId;
import muster.plan.GateId;
import muster.plan.LateResults;
import muster.plan.LoopRule;
import muster.plan.PhaseId;
import muster.plan.Resource;
import muster.plan.ResourceId;
import muster.plan.TaskId;
import muster.run.RunAgent;
import muster.run.RunBudget;
import muster.run.RunGate;
import muster.run.RunId;
import muster.run.RunLoop;
import muster.run.RunPlan;
import muster.run.Step;
import muster.run.Terms;

/// A small plan at random: later steps need earlier ones, some are manual, behind a gate, in a loop, on terms or use up
/// a budget.
final class RandomRun {
    static final List<AgentId> TEAM =
            List.of("ann", "bob", "carl", "dora").stream().map(AgentId::new).toList();
    static final GateId GATE = new GateId("g");
    static final PhaseId LOOP = new PhaseId("l");
    static final ResourceId TOKENS = new ResourceId("tokens");
    static final int TOKENS_THERE = 100;
    static final ResourceId HOURS = new ResourceId("hours");
    static final int HOURS_THERE = 30;
    private static final int FACTS = 3;

    private final Random random;
    private final boolean budgeted;
    private final Checking checking;

    RandomRun(Random random) {
        this.random = random;
        this.budgeted = random.nextInt(3) == 0;
        this.checking = random.nextBoolean() ? Checking.NONE : Checking.ANOTHER;
    }

    RunPlan plan() {
        var steps = new ArrayList<Step>();
        var count = 2 + random.nextInt(8);
        for (var number = 0; number < count; number++) {
            steps.add(step(number));
        }
        var approvers = random.nextBoolean() ? TEAM.subList(0, 2) : TEAM.subList(1, 2);
        var facts = random.nextInt(4) == 0 ? List.of(fact()) : List.<FactId>of();
        var gate = new RunGate(GATE, "g", approvers, List.of(task(0)), facts);
        var team = TEAM.stream()
                .map(agent -> new RunAgent(agent, "DE", List.of(), 2))
                .toList();
        var budget =
                new RunBudget(TOKENS, "tokens", BigDecimal.valueOf(TOKENS_THERE), List.of(), Resource.USUAL_WARNING);
        var time = new RunBudget(HOURS, "hours", BigDecimal.valueOf(HOURS_THERE), List.of(), Resource.USUAL_WARNING);
        return new RunPlan(
                new RunId("r1"),
                steps,
                List.of(gate),
                team,
                loops(count),
                budgeted ? List.of(budget, time) : List.of());
    }

    static TaskId task(int number) {
        return new TaskId("s" + number);
    }

    FactId fact() {
        return new FactId("f" + random.nextInt(FACTS));
    }

    /// A step that could be the next of the plan.
    Step step(int number) {
        var needs = new ArrayList<TaskId>();
        for (var before = 0; before < number; before++) {
            if (random.nextInt(3) == 0) {
                needs.add(task(before));
            }
        }
        var action = random.nextInt(4) == 0
                ? new Action.Manual("do it")
                : new Action.Pack("test.s" + number, new TreeMap<>());
        var step = new Step(
                task(number),
                "step " + number,
                random.nextBoolean() ? TEAM.subList(0, 1) : List.of(),
                action,
                needs,
                random.nextInt(5) == 0 ? List.of(fact()) : List.of(),
                random.nextInt(3) == 0 ? List.of(fact()) : List.of(),
                number > 0 && random.nextInt(4) == 0 ? List.of(GATE) : List.of(),
                random.nextInt(3),
                random.nextInt(3) == 0 ? null : action);
        return step.on(terms());
    }

    private Terms terms() {
        var spends = new TreeMap<ResourceId, BigDecimal>();
        if (budgeted && random.nextBoolean()) {
            spends.put(TOKENS, BigDecimal.valueOf(1 + random.nextInt(TOKENS_THERE / 4)));
        }
        if (budgeted && random.nextBoolean()) {
            spends.put(HOURS, BigDecimal.valueOf(1 + random.nextInt(HOURS_THERE / 4)));
        }
        return new Terms(
                List.of(),
                random.nextBoolean() ? List.of("w" + random.nextInt(3)) : List.of(),
                random.nextInt(3) == 0 ? List.of("d.csv") : List.of(),
                checking,
                random.nextBoolean() ? LateResults.REFUSE : LateResults.TAKE_UNLESS_CLAIMED,
                random.nextInt(4) == 0 ? Duration.ofHours(1) : null,
                spends,
                1 + random.nextInt(3));
    }

    /// Steps that follow each other, so that none between them waits for the loop from outside.
    private List<RunLoop> loops(int count) {
        if (random.nextInt(3) != 0) {
            return List.of();
        }
        var from = random.nextInt(count);
        var until = from + 1 + random.nextInt(count - from);
        var steps = new ArrayList<TaskId>();
        for (var number = from; number < until; number++) {
            steps.add(task(number));
        }
        var exhausted = random.nextBoolean() ? LoopRule.Exhausted.STALL : LoopRule.Exhausted.ACCEPT;
        return List.of(
                new RunLoop(LOOP, "again", steps, new LoopRule(1 + random.nextInt(4), criterion(steps), exhausted)));
    }

    private LoopRule.Criterion criterion(List<TaskId> steps) {
        return switch (random.nextInt(4)) {
            case 0 -> new LoopRule.Criterion.Judged();
            case 1 -> new LoopRule.Criterion.Unchanged();
            case 2 -> new LoopRule.Criterion.Holds(fact());
            default ->
                new LoopRule.Criterion.Reaches(steps.getLast(), "n", null, BigDecimal.valueOf(random.nextInt(3)));
        };
    }
}
