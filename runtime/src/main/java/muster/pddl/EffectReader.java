package muster.pddl;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import muster.pddl.Node.Group;
import muster.pddl.Node.Word;

/// Reads what an action changes and what it costs.
final class EffectReader {
    private static final Set<String> NUMERIC = Set.of("increase", "decrease", "assign", "scale-up", "scale-down");

    private final Vocabulary words;
    private final Complaints complaints;
    private final AtomReader atoms;
    private final ConditionReader conditions;
    private final List<CostTerm> cost = new ArrayList<>();

    EffectReader(Vocabulary words, Complaints complaints) {
        this.words = words;
        this.complaints = complaints;
        this.atoms = new AtomReader(words, complaints);
        this.conditions = new ConditionReader(words, complaints);
    }

    /// The effects at the top of an action, its cost kept aside.
    List<Effect> read(Node node, Scope scope) {
        return node instanceof Group group && group.head().equals("increase")
                ? costs(group, scope)
                : node instanceof Group all && all.head().equals("and")
                        ? all.rest().stream()
                                .flatMap(part -> read(part, scope).stream())
                                .toList()
                        : inner(node, scope);
    }

    /// What the effects read so far cost together.
    CostTerm cost() {
        return cost.size() == 1 ? cost.getFirst() : new CostTerm.Sum(cost);
    }

    private List<Effect> inner(Node node, Scope scope) {
        if (!(node instanceof Group group)) {
            complaints.add(node, "an effect such as (at ?thing ?place) is expected, got " + node.shown());
            return List.of();
        }
        return switch (group.head()) {
            case "" -> empty(group);
            case "and" ->
                group.rest().stream()
                        .flatMap(part -> inner(part, scope).stream())
                        .toList();
            case "not" -> delete(group, scope);
            case "forall" -> forAll(group, scope);
            case "when" -> when(group, scope);
            default -> add(group, scope);
        };
    }

    private List<Effect> empty(Group group) {
        if (!group.items().isEmpty()) {
            complaints.add(group, "an effect begins with a name, got " + group.shown());
        }
        return List.of();
    }

    private List<Effect> add(Group group, Scope scope) {
        if (NUMERIC.contains(group.head()) && !words.predicates().containsKey(group.head())) {
            complaints.unsupported(group, "effects on numbers other than (increase (total-cost) ...) at the top");
            return List.of();
        }
        var atom = atoms.atom(group, scope);
        return atom == null || isEquality(atom, group) ? List.of() : List.of(new Effect.Add(atom));
    }

    private List<Effect> delete(Group group, Scope scope) {
        if (!conditions.takes(group, 1)) {
            return List.of();
        }
        var atom = atoms.atom(group.items().get(1), scope);
        return atom == null || isEquality(atom, group) ? List.of() : List.of(new Effect.Delete(atom));
    }

    private boolean isEquality(Atom atom, Group at) {
        if (atom.name().equals(Atom.EQUALITY)) {
            complaints.add(at, "no action can change what is equal");
        }
        return atom.name().equals(Atom.EQUALITY);
    }

    private List<Effect> forAll(Group group, Scope scope) {
        if (!conditions.takes(group, 2)) {
            return List.of();
        }
        var variables = conditions.variables(group.items().get(1));
        return List.of(new Effect.ForAll(variables, inner(group.items().get(2), scope.with(variables))));
    }

    private List<Effect> when(Group group, Scope scope) {
        if (!conditions.takes(group, 2)) {
            return List.of();
        }
        var condition = conditions.read(group.items().get(1), scope);
        return List.of(new Effect.When(condition, inner(group.items().get(2), scope)));
    }

    private List<Effect> costs(Group group, Scope scope) {
        boolean total = group.rest().size() == 2
                && group.items().get(1) instanceof Group function
                && function.head().equals(ProblemReader.TOTAL_COST)
                && function.rest().isEmpty();
        if (total) {
            cost.add(cost(group.items().get(2), scope));
        } else {
            complaints.unsupported(group, "effects on numbers other than (increase (total-cost) ...)");
        }
        return List.of();
    }

    private CostTerm cost(Node node, Scope scope) {
        return switch (node) {
            case Word word -> amount(word);
            case Group group when group.head().equals("+") -> new CostTerm.Sum(parts(group, scope));
            case Group group
            when group.head().equals("*") && group.items().size() > 1 -> new CostTerm.Product(parts(group, scope));
            case Group group
            when Set.of("-", "/").contains(group.head()) -> {
                complaints.unsupported(group, "costs with '" + group.head() + "'");
                yield CostTerm.NONE;
            }
            case Group group -> {
                var function = atoms.function(group, scope);
                yield function == null ? CostTerm.NONE : new CostTerm.Value(function);
            }
        };
    }

    private List<CostTerm> parts(Group group, Scope scope) {
        return group.rest().stream().map(part -> cost(part, scope)).toList();
    }

    private CostTerm amount(Word word) {
        var value = Amounts.read(word, complaints);
        if (value.signum() < 0) {
            complaints.unsupported(word, "costs below 0");
        }
        return new CostTerm.Amount(value.max(BigDecimal.ZERO));
    }
}
