import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import muster.facts.Fact;
import muster.facts.Truth;
import muster.facts.WorldState;
import muster.plan.Estimate;
import muster.plan.FactId;
import muster.plan.TaskId;
import muster.planning.ActionPlan;
import muster.planning.Cost;
import muster.planning.GoapPlanner;
import muster.planning.GroundAction;
import muster.planning.Limits;
import muster.planning.PlanCheck;
import muster.planning.PlanningProblem;
import muster.planning.PlanningResult;
import muster.planning.Replanning;

/// Problems of the product's shape, random by seed: tasks in layers, several ways to most facts, one action in
/// ten takes away what few others need. Prints thread CPU milliseconds, median and 95th percentile, after
/// warm-up.
///
/// ProductPlans [ACTIONS] [FACTS] [PROBLEMS]
final class ProductPlans {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    public static void main(String[] arguments) {
        int actions = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000;
        int facts = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 2_000;
        int problems = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 40;
        measure("monotone", actions, facts, problems, 0);
        measure("90 % monotone", actions, facts, problems, 0.1);
    }

    private static void measure(String name, int actions, int facts, int problems, double undoing) {
        var plan = new ArrayList<Double>();
        var replan = new ArrayList<Double>();
        int optimal = 0;
        int steps = 0;
        double kept = 0;
        int replans = 0;
        for (int number = -10; number < problems; number++) {
            var problem = problem(new Random(number), actions, facts, undoing);
            long start = cpu();
            var result = GoapPlanner.plan(problem);
            double took = (cpu() - start) / 1e6;
            if (number < 0 || !(result instanceof PlanningResult.Optimal(ActionPlan found, var _, var _))) {
                if (number >= 0) {
                    plan.add(took);
                }
                continue;
            }
            plan.add(took);
            optimal++;
            steps += found.steps().size();
            require(PlanCheck.faults(problem, found));
            var later = afterOneFailure(problem, found, new Random(number));
            start = cpu();
            var again = Replanning.of(later, found, new Cost(100));
            replan.add((cpu() - start) / 1e6);
            int left = again.difference().kept().size()
                    + again.difference().dropped().size();
            kept += left == 0 ? 1 : (double) again.difference().kept().size() / left;
            replans++;
        }
        System.out.printf(
                "%-14s %d actions, %d facts: optimal %d of %d, %.0f steps; plan ms median %.1f p95 %.1f; replan ms"
                        + " median %.1f p95 %.1f, kept %.0f %%%n",
                name,
                actions,
                facts,
                optimal,
                problems,
                (double) steps / Math.max(1, optimal),
                at(plan, 50),
                at(plan, 95),
                at(replan, 50),
                at(replan, 95),
                100 * kept / Math.max(1, replans));
    }

    private static void require(List<String> faults) {
        if (!faults.isEmpty()) {
            throw new IllegalStateException(faults.toString());
        }
    }

    /// The first third of the plan is done, except that one of its steps came to nothing.
    private static PlanningProblem afterOneFailure(PlanningProblem problem, ActionPlan plan, Random random) {
        int done = plan.steps().size() / 3;
        int failed = done == 0 ? -1 : random.nextInt(done);
        var holding = new TreeSet<>(problem.holding());
        for (int step = 0; step < done; step++) {
            var action = plan.steps().get(step).action();
            if (step != failed && holding.containsAll(action.preconditions())) {
                holding.removeAll(action.deletes());
                holding.addAll(action.adds());
            }
        }
        return new PlanningProblem(world(holding), NOW, problem.actions(), problem.goal(), problem.limits());
    }

    private static PlanningProblem problem(Random random, int actions, int facts, double undoing) {
        var all = new ArrayList<GroundAction>();
        int produced = facts / 2;
        for (int number = 0; number < actions; number++) {
            int fact = number % produced;
            var needs = new TreeSet<FactId>();
            for (int need = random.nextInt(3); need > 0 && fact > 0; need--) {
                needs.add(fact(Math.max(0, fact - 1 - random.nextInt(40))));
            }
            if (random.nextInt(3) == 0) {
                needs.add(fact(produced + random.nextInt(facts - produced)));
            }
            var adds = new TreeSet<>(Set.of(fact(fact)));
            if (random.nextInt(4) == 0) {
                adds.add(fact(Math.min(produced - 1, fact + 1 + random.nextInt(5))));
            }
            var deletes = new TreeSet<FactId>();
            if (random.nextDouble() < undoing) {
                deletes.add(fact(produced + random.nextInt(facts - produced)));
            }
            all.add(new GroundAction(
                    new TaskId("a" + number),
                    "",
                    needs,
                    adds,
                    deletes,
                    new Cost(100 + random.nextInt(900)),
                    Estimate.exactly(Duration.ofHours(1)),
                    List.of()));
        }
        var holding = new TreeSet<FactId>();
        for (int fact = produced; fact < facts; fact++) {
            holding.add(fact(fact));
        }
        var goal = new TreeSet<FactId>();
        for (int fact = 0; fact < Math.min(produced, actions); fact += 2) {
            goal.add(fact(fact));
        }
        return new PlanningProblem(world(holding), NOW, all, goal, Limits.STANDARD);
    }

    private static WorldState world(Set<FactId> holding) {
        var facts = new java.util.TreeMap<FactId, Fact>();
        holding.forEach(fact -> facts.put(fact, new Fact(fact, Truth.TRUE, List.of(), NOW, null)));
        return new WorldState(facts);
    }

    private static FactId fact(int number) {
        return new FactId("f" + number);
    }

    private static double at(List<Double> values, int percent) {
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return sorted.length == 0 ? Double.NaN : sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)];
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
