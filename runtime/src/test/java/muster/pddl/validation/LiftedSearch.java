package muster.pddl.validation;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.stream.Stream;
import muster.pddl.Fact;
import muster.pddl.Metric;
import muster.pddl.PddlTask;
import muster.pddl.Schema;

/// Tries every action with all objects in every state, cheapest first: the brute-force twin of grounding and search.
public final class LiftedSearch {
    private final PddlTask task;
    private final Map<Set<Fact>, BigDecimal> cheapest = new HashMap<>();
    private final PriorityQueue<Reached> open = new PriorityQueue<>(Comparator.comparing(Reached::cost));

    private record Reached(Set<Fact> state, BigDecimal cost) {}

    private LiftedSearch(PddlTask task) {
        this.task = task;
    }

    /// The cost of a cheapest plan, `unsolvable`, or `too large` if there are more states than that.
    public static String optimum(PddlTask task, int mostStates) {
        return new LiftedSearch(task).run(mostStates);
    }

    private String run(int mostStates) {
        push(new Reached(task.init(), BigDecimal.ZERO));
        while (!open.isEmpty()) {
            var next = open.remove();
            var meaning = new Meaning(task, next.state());
            if (meaning.holds(task.goal(), Map.of())) {
                return next.cost().stripTrailingZeros().toPlainString();
            }
            if (cheapest.size() > mostStates) {
                return "too large";
            }
            if (next.cost().compareTo(cheapest.get(next.state())) == 0) {
                successors(meaning, next).forEach(this::push);
            }
        }
        return "unsolvable";
    }

    private Stream<Reached> successors(Meaning before, Reached from) {
        return task.schemas().stream()
                .flatMap(schema -> before.bindings(schema.parameters(), Map.of())
                        .filter(bound -> before.holds(schema.precondition(), bound))
                        .filter(bound -> cost(schema, bound) != null)
                        .map(bound -> new Reached(
                                after(schema, before, bound), from.cost().add(cost(schema, bound)))));
    }

    private Set<Fact> after(Schema schema, Meaning before, Map<String, String> bound) {
        var state = new HashSet<>(before.holding());
        Outcome.carryOut(schema.effects(), new Meaning(task, state), bound);
        return state;
    }

    private BigDecimal cost(Schema schema, Map<String, String> bound) {
        return task.metric() == Metric.STEPS ? BigDecimal.ONE : Outcome.cost(schema.cost(), task.values(), bound);
    }

    private void push(Reached reached) {
        var before = cheapest.get(reached.state());
        if (before == null || reached.cost().compareTo(before) < 0) {
            cheapest.put(reached.state(), reached.cost());
            open.add(reached);
        }
    }
}
