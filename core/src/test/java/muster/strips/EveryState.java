package muster.strips;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeSet;

/// The planner's twin: looks at every state in the order of its cost, with sets and maps and nothing clever. Also says
/// whether a plan is one.
final class EveryState {
    private final StripsTask task;
    private final Map<State, Long> costs = new HashMap<>();

    private record State(Set<Integer> facts, List<Long> values) {}

    private record Reached(State state, long cost) {}

    private EveryState(StripsTask task) {
        this.task = task;
    }

    /// The cost of a cheapest plan, empty if there is none.
    static OptionalLong cheapest(StripsTask task) {
        return new EveryState(task).search();
    }

    /// What is wrong with a plan of a stated cost; empty if nothing is.
    static String fault(StripsTask task, List<Integer> plan, long cost) {
        var twin = new EveryState(task);
        var state = twin.start();
        long sum = 0;
        for (int number : plan) {
            var operator = task.operators().get(number);
            if (!twin.holds(state, operator.pre(), operator.numeric().needs())) {
                return operator.name() + " cannot be applied";
            }
            state = after(state, operator);
            sum += operator.cost();
        }
        if (!twin.holds(state, task.goal(), task.fluents().goal())) {
            return "the goal does not hold at the end";
        }
        return sum == cost ? "" : "it costs " + sum + ", not " + cost;
    }

    private State start() {
        return new State(set(task.initial()), task.fluents().initial());
    }

    private OptionalLong search() {
        var open = new PriorityQueue<>(Comparator.comparingLong(Reached::cost));
        open.add(new Reached(start(), 0));
        while (!open.isEmpty()) {
            var here = open.remove();
            if (costs.putIfAbsent(here.state, here.cost) != null) {
                continue;
            }
            if (holds(here.state, task.goal(), task.fluents().goal())) {
                return OptionalLong.of(here.cost);
            }
            for (var operator : task.operators()) {
                if (holds(here.state, operator.pre(), operator.numeric().needs())) {
                    open.add(new Reached(after(here.state, operator), here.cost + operator.cost()));
                }
            }
        }
        return OptionalLong.empty();
    }

    private boolean holds(State state, FactSet facts, List<AtLeast> amounts) {
        return state.facts.containsAll(set(facts))
                && amounts.stream().allMatch(each -> state.values.get(each.variable()) >= each.value());
    }

    private static State after(State state, Operator operator) {
        var facts = new TreeSet<>(state.facts);
        facts.removeAll(set(operator.del()));
        facts.addAll(set(operator.add()));
        var values = new ArrayList<>(state.values);
        for (var change : operator.numeric().changes()) {
            switch (change) {
                case Change.Increase(int variable, long by) -> values.set(variable, values.get(variable) + by);
                case Change.Assign(int variable, long to) -> values.set(variable, to);
            }
        }
        return new State(facts, values);
    }

    private static Set<Integer> set(FactSet facts) {
        var set = new TreeSet<Integer>();
        for (int at = 0; at < facts.size(); at++) {
            set.add(facts.at(at));
        }
        return set;
    }
}
