import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import muster.facts.Fact;
import muster.facts.Level;
import muster.facts.Observation;
import muster.facts.Truth;
import muster.facts.WorldState;
import muster.plan.Estimate;
import muster.plan.FactId;
import muster.plan.Quantity;
import muster.plan.TaskId;
import muster.planning.ActionPlan;
import muster.planning.AmountChange;
import muster.planning.Amounts;
import muster.planning.Cost;
import muster.planning.GoapPlanner;
import muster.planning.GroundAction;
import muster.planning.Limits;
import muster.planning.PlanCheck;
import muster.planning.PlanMemory;
import muster.planning.PlanningProblem;
import muster.planning.PlanningResult;
import muster.planning.Replanning;

/// Plans of 500 tasks, each done in one of two ways, one in ten of which uses up a budget; a third is done, one step
/// came to nothing, and its usual way is gone. Then another third of what is left is done and a second step comes to
/// nothing: planned with what was kept of the first time, and without. `GROUPS` of tasks have nothing to do with each
/// other; all use the one budget if there is one group.
///
///     Replans warm PROBLEMS [GROUPS] | cold SEED
final class Replans {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final int TASKS = 500;
    private static final FactId BUDGET = new FactId("budget");

    private static int groups = 1;

    private record Took(double wall, double cpu, int kept, int changed, double again, double anew) {}

    public static void main(String[] arguments) {
        int number = Integer.parseInt(arguments[1]);
        if (arguments[0].equals("cold")) {
            var took = replan(number);
            System.out.printf("cold, seed %d: wall %.1f ms, CPU %.1f ms%n", number, took.wall, took.cpu);
            return;
        }
        groups = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 1;
        var all = new ArrayList<Took>();
        for (int seed = -20; seed < number; seed++) {
            var took = replan(seed);
            if (seed >= 0) {
                all.add(took);
            }
        }
        System.out.printf(
                "warm, %d problems of %d steps in %d groups: wall ms %s; CPU ms %s; kept %.1f, changed %.1f steps on average%n",
                number,
                TASKS,
                groups,
                spread(all.stream().mapToDouble(Took::wall).toArray()),
                spread(all.stream().mapToDouble(Took::cpu).toArray()),
                all.stream().mapToInt(Took::kept).average().orElse(0),
                all.stream().mapToInt(Took::changed).average().orElse(0));
        System.out.printf(
                "once more: CPU ms with what was kept %s; without %s%n",
                spread(all.stream().mapToDouble(Took::again).toArray()),
                spread(all.stream().mapToDouble(Took::anew).toArray()));
    }

    private static String spread(double[] values) {
        Arrays.sort(values);
        return "median %.1f p95 %.1f most %.1f"
                .formatted(values[values.length / 2], values[values.length * 95 / 100], values[values.length - 1]);
    }

    private static Took replan(int seed) {
        var random = new Random(seed);
        var problem = problem(random);
        var plan = plan(problem);
        var later = afterFailure(problem, plan, random);
        var threads = ManagementFactory.getThreadMXBean();
        var memory = new PlanMemory();
        long wall = System.nanoTime();
        long cpu = threads.getCurrentThreadCpuTime();
        var again = Replanning.of(later, plan, new Cost(100), memory);
        double tookCpu = (threads.getCurrentThreadCpuTime() - cpu) / 1e6;
        double tookWall = (System.nanoTime() - wall) / 1e6;
        var faults = PlanCheck.faults(later, plan(again.result()));
        if (!faults.isEmpty()) {
            throw new IllegalStateException(faults.toString());
        }
        var next = plan(again.result());
        var last = afterFailure(later, next, random);
        double kept = onceMore(last, next, memory);
        double anew = onceMore(last, next, new PlanMemory());
        var difference = again.difference();
        return new Took(
                tookWall, tookCpu, difference.kept().size(), difference.added().size(), kept, anew);
    }

    private static double onceMore(PlanningProblem problem, ActionPlan plan, PlanMemory memory) {
        var threads = ManagementFactory.getThreadMXBean();
        long cpu = threads.getCurrentThreadCpuTime();
        Replanning.of(problem, plan, new Cost(100), memory);
        return (threads.getCurrentThreadCpuTime() - cpu) / 1e6;
    }

    private static ActionPlan plan(PlanningProblem problem) {
        return plan(GoapPlanner.plan(problem));
    }

    private static ActionPlan plan(PlanningResult result) {
        return switch (result) {
            case PlanningResult.Optimal optimal -> optimal.plan();
            case PlanningResult.Feasible feasible -> feasible.plan();
            case PlanningResult.Unsolvable _, PlanningResult.LimitReached _ ->
                throw new IllegalStateException(result.toString());
        };
    }

    private static PlanningProblem problem(Random random) {
        var actions = new ArrayList<GroundAction>();
        for (int task = 0; task < TASKS; task++) {
            var needs = new TreeSet<FactId>();
            for (int need = random.nextInt(3); need > 0 && task > 0; need--) {
                int first = task - task % (TASKS / groups);
                needs.add(fact(Math.max(first, task - 1 - random.nextInt(40))));
            }
            needs.remove(fact(task));
            boolean pays = groups == 1 && task % 10 == 0;
            actions.add(action("usual-" + task, needs, fact(task), 100 + random.nextInt(900), pays));
            actions.add(action("other-" + task, needs, fact(task), 1_000 + random.nextInt(900), false));
        }
        var goal = new TreeSet<FactId>();
        for (int task = 0; task < TASKS; task++) {
            goal.add(fact(task));
        }
        return new PlanningProblem(world(TASKS / 10 * 2), NOW, actions, goal, Limits.STANDARD);
    }

    private static GroundAction action(String id, TreeSet<FactId> needs, FactId adds, int cost, boolean pays) {
        var amounts = pays ? Amounts.using(BUDGET, Quantity.of(2, "USD")) : Amounts.NONE;
        return new GroundAction(
                new TaskId(id),
                id,
                needs,
                new TreeSet<>(List.of(adds)),
                new TreeSet<>(),
                new Cost(cost),
                Estimate.exactly(Duration.ofHours(1)),
                List.of(),
                amounts);
    }

    private static PlanningProblem afterFailure(PlanningProblem problem, ActionPlan plan, Random random) {
        int done = plan.steps().size() / 3;
        int failed = random.nextInt(done);
        var world = problem.world();
        long left = TASKS / 10 * 2;
        for (int step = 0; step < done; step++) {
            var action = plan.steps().get(step).action();
            for (var fact : step == failed ? List.<FactId>of() : List.copyOf(action.adds())) {
                world = world.with(new Fact(fact, Truth.TRUE, List.of(), NOW, null));
            }
            left -= action.amounts().changes().stream()
                    .map(AmountChange::number)
                    .mapToLong(number -> -number.longValue())
                    .sum();
        }
        var gone = plan.steps().get(failed).action();
        var actions =
                problem.actions().stream().filter(each -> !each.equals(gone)).toList();
        return new PlanningProblem(world.with(budget(left)), NOW, actions, problem.goal(), problem.limits());
    }

    private static WorldState world(long budget) {
        return WorldState.EMPTY.with(budget(budget));
    }

    private static Level budget(long left) {
        return new Level(BUDGET, Quantity.of(left, "USD"), new Observation(List.of(), NOW, null, Observation.CERTAIN));
    }

    private static FactId fact(int number) {
        return new FactId("f" + number);
    }
}
