package muster.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import muster.facts.WorldState;
import muster.plan.FactId;
import muster.plan.Mode;
import muster.plan.Need;
import muster.plan.Plan;
import muster.plan.TaskId;
import org.junit.jupiter.api.Test;

/// Steps against their twin, the actions of planning: a step needs whatever adds a fact that its action waits for.
class WorkStepsTest {
    private static final List<String> FACTS = List.of("f", "g", "done:a1", "passed:gate", "done:b2", "ready:e");
    private static final List<String> PROVIDED = List.of("f", "g", "f", "done:a1", "passed:gate");

    @Test
    void stepsWaitForEachOtherAsTheirActionsDo() {
        for (long seed = 0; seed < 500; seed++) {
            var plan = plan(new Random(seed));
            assertThat(needs(plan)).as("seed %d", seed).isEqualTo(twin(plan));
        }
    }

    private static Map<TaskId, SortedSet<TaskId>> needs(Plan plan) {
        var needs = new TreeMap<TaskId, SortedSet<TaskId>>();
        WorkSteps.of(plan).forEach(step -> needs.put(step.id(), new TreeSet<>(step.needs())));
        return needs;
    }

    private static Map<TaskId, SortedSet<TaskId>> twin(Plan plan) {
        var actions = Remedies.actions(plan, WorldState.EMPTY, SmallPlan.START, CostRate.STANDARD);
        Map<FactId, SortedSet<TaskId>> adding = new HashMap<>();
        actions.forEach(action -> action.adds()
                .forEach(fact ->
                        adding.computeIfAbsent(fact, _ -> new TreeSet<>()).add(action.id())));
        var needs = new TreeMap<TaskId, SortedSet<TaskId>>();
        for (var action : actions) {
            var before = new TreeSet<TaskId>();
            action.preconditions().forEach(fact -> before.addAll(adding.getOrDefault(fact, new TreeSet<>())));
            needs.put(action.id(), before);
        }
        return needs;
    }

    /// Two phases of three tasks and a gate.
    private static Plan plan(Random random) {
        var plan = new SmallPlan().expect("e", Need.REQUIRED, "b");
        for (var phase : List.of("a", "b")) {
            var mode = random.nextInt(3) == 0 ? Mode.SEQUENTIAL : Mode.PARALLEL;
            plan.phase(phase, mode, phase.equals("b") && random.nextBoolean() ? "a" : "");
            for (int task = 1; task <= 3; task++) {
                var need = task > 1 && random.nextBoolean() ? phase + 1 : "";
                var requires = random.nextBoolean() ? one(FACTS, random) : "";
                var provides = random.nextInt(4) == 0 ? one(PROVIDED, random) : "";
                plan.task(phase + task, 1, need, requires, provides);
            }
        }
        if (random.nextBoolean()) {
            plan.handOff("a2", "b1");
        }
        return plan.gate("gate", "a1 a2", random.nextBoolean() ? "b3" : "").plan();
    }

    private static String one(List<String> words, Random random) {
        return words.get(random.nextInt(words.size()));
    }
}
