package muster.pddl;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import muster.pddl.Node.Group;
import muster.pddl.Node.Word;

/// Reads what holds at the start, what is wanted and what is to be small.
final class ProblemReader {
    static final String TOTAL_COST = "total-cost";
    private static final String TOTAL_TIME = "total-time";

    private final Vocabulary words;
    private final Complaints complaints;
    private final AtomReader atoms;
    private final Set<Fact> init = new LinkedHashSet<>();
    private final Map<Fact, BigDecimal> values = new LinkedHashMap<>();

    ProblemReader(Vocabulary words, Complaints complaints) {
        this.words = words;
        this.complaints = complaints;
        this.atoms = new AtomReader(words, complaints);
    }

    Set<Fact> init() {
        return init;
    }

    Map<Fact, BigDecimal> values() {
        return values;
    }

    void readInit(Sections sections) {
        if (sections.first(":init") == null) {
            complaints.add(complaints.start(), "the problem has no section :init", null);
        }
        sections.contents(":init").forEach(this::initial);
    }

    private void initial(Node node) {
        if (!(node instanceof Group group)) {
            complaints.add(node, "a fact such as (at crate depot) is expected, got " + node.shown());
            return;
        }
        boolean declared = words.predicates().containsKey(group.head());
        switch (group.head()) {
            case "=" -> value(group);
            case "not" -> atoms.fact(group.items().size() == 2 ? group.items().get(1) : group);
            case "at" -> at(group, declared);
            case "and", "or", "forall", "exists", "when" ->
                complaints.add(group, "the initial state is a list of facts, got " + group.shown());
            default -> fact(group);
        }
    }

    private void at(Group group, boolean declared) {
        boolean timed = group.items().size() == 3 && group.items().get(2) instanceof Group;
        if (timed || (!declared && group.items().size() == 3)) {
            complaints.unsupported(group, "facts that become true at a time");
        } else {
            fact(group);
        }
    }

    private void fact(Group group) {
        var fact = atoms.fact(group);
        if (fact != null) {
            init.add(fact);
        }
    }

    private void value(Group group) {
        if (group.items().size() != 3 || !(group.items().get(2) instanceof Word number)) {
            complaints.add(group, "(= (FUNCTION OBJECT...) NUMBER) is expected");
            return;
        }
        var function = atoms.value(group.items().get(1));
        if (function != null) {
            value(function, number);
        }
    }

    private void value(Fact function, Word number) {
        var value = Amounts.read(number, complaints);
        if (function.name().equals(TOTAL_COST) && value.signum() != 0) {
            complaints.unsupported(number, "a total cost that does not start at 0");
        }
        var before = values.put(function, value);
        if (before != null && before.compareTo(value) != 0) {
            complaints.add(number, function + " has two values");
        }
    }

    Condition goal(Sections sections) {
        var goal = sections.first(":goal");
        if (goal == null || goal.rest().size() != 1) {
            complaints.add(
                    goal == null ? complaints.start() : complaints.at(goal),
                    "the problem needs one goal: (:goal CONDITION)",
                    null);
            return new Condition.And(List.of());
        }
        return new ConditionReader(words, complaints).read(goal.items().get(1), Scope.of(List.of()));
    }

    Metric metric(Sections sections) {
        var metric = sections.first(":metric");
        if (metric == null) {
            return Metric.STEPS;
        }
        var parts = metric.rest();
        boolean minimise = parts.size() == 2
                && parts.getFirst() instanceof Word word
                && word.text().equals("minimize");
        var what = minimise ? name(parts.get(1)) : "";
        return switch (what) {
            case TOTAL_COST -> Metric.TOTAL_COST;
            case TOTAL_TIME -> Metric.STEPS;
            default -> {
                complaints.unsupported(metric, "metrics other than minimize (total-cost) and (total-time)");
                yield Metric.STEPS;
            }
        };
    }

    private static String name(Node node) {
        return switch (node) {
            case Word word -> word.text();
            case Group group -> group.rest().isEmpty() ? group.head() : "";
        };
    }
}
