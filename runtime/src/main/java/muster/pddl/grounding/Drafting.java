package muster.pddl.grounding;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import muster.pddl.Effect;
import muster.strips.FactSet;

/// Makes operators of instances. A condition that can be true in several ways, and effects that happen only
/// sometimes, make several of one instance.
final class Drafting {
    /// Operators from one instance: 10 conditional effects of two ways each.
    static final int MOST_WAYS = 1024;

    /// What happens under one condition.
    private record Gathered(IntList adds, IntList deletes) {
        Changes changes() {
            return new Changes(FactSet.of(adds.toArray()), FactSet.of(deletes.toArray()));
        }
    }

    private final Symbols symbols;
    private final Reached reached;
    private final Formulas formulas;

    Drafting(Symbols symbols, Reached reached) {
        this.symbols = symbols;
        this.reached = reached;
        formulas = new Formulas(symbols, reached);
    }

    /// @throws TooManyWays if there would be more operators than [#MOST_WAYS]
    List<Draft> drafts(Rule rule, Instance instance) throws TooManyWays {
        var needs = List.of(literals(rule, instance.binding()));
        if (needs.getFirst().contradicts()) {
            return List.of();
        }
        var changes =
                new Changes(numbers(rule.adds(), instance.binding()), numbers(rule.deletes(), instance.binding()));
        if (rule.rest().isEmpty() && rule.complex().isEmpty()) {
            return List.of(new Draft(instance, needs.getFirst(), changes));
        }
        var environment = Environment.of(rule, instance.binding(), symbols);
        for (var condition : rule.rest()) {
            needs = Needs.product(needs, Needs.of(formulas.of(condition, environment), MOST_WAYS), MOST_WAYS);
        }
        var sometimes = new LinkedHashMap<Formula, Gathered>();
        rule.complex().forEach(effect -> gather(effect, Formula.constant(true), environment, sometimes));
        var drafts =
                needs.stream().map(way -> new Draft(instance, way, changes)).toList();
        return split(drafts, sometimes);
    }

    private Needs literals(Rule rule, int[] binding) {
        var holding = new IntList();
        for (var literal : rule.positive()) {
            if (!symbols.isStatic(literal.predicate())) {
                holding.add(reached.atoms().find(literal.predicate(), literal.values(binding)));
            }
        }
        return new Needs(FactSet.of(holding.toArray()), numbers(rule.negative(), binding));
    }

    /// The numbers of those that can become true.
    private FactSet numbers(List<Literal> literals, int[] binding) {
        var numbers = new IntList();
        for (var literal : literals) {
            int number = reached.atoms().find(literal.predicate(), literal.values(binding));
            if (number != Atoms.NONE) {
                numbers.add(number);
            }
        }
        return FactSet.of(numbers.toArray());
    }

    private void gather(Effect effect, Formula when, Environment environment, Map<Formula, Gathered> into) {
        switch (effect) {
            case Effect.Add(var atom) ->
                changes(when, into)
                        .adds()
                        .add(reached.atoms().find(symbols.predicate(atom), environment.values(atom.arguments())));
            case Effect.Delete(var atom) -> {
                int number = reached.atoms().find(symbols.predicate(atom), environment.values(atom.arguments()));
                if (number != Atoms.NONE) {
                    changes(when, into).deletes().add(number);
                }
            }
            case Effect.ForAll(var parameters, var inner) ->
                environment.forEach(
                        parameters,
                        reached.effort(),
                        () -> inner.forEach(each -> gather(each, when, environment, into)));
            case Effect.When(var condition, var inner) -> {
                var both = Formula.and(List.of(when, formulas.of(condition, environment)));
                if (!both.isFalse()) {
                    inner.forEach(each -> gather(each, both, environment, into));
                }
            }
        }
    }

    private static Gathered changes(Formula when, Map<Formula, Gathered> into) {
        return into.computeIfAbsent(when, _ -> new Gathered(new IntList(), new IntList()));
    }

    /// One operator for each way in which the condition holds and each conditional effect happens or does not.
    private static List<Draft> split(List<Draft> whole, Map<Formula, Gathered> sometimes) throws TooManyWays {
        var drafts = whole;
        for (var each : sometimes.entrySet()) {
            var next = new ArrayList<>(
                    extended(drafts, each.getKey(), each.getValue().changes()));
            next.addAll(extended(drafts, each.getKey().negated(), Changes.NONE));
            TooManyWays.check(next.size(), MOST_WAYS);
            drafts = next;
        }
        return drafts;
    }

    private static List<Draft> extended(List<Draft> drafts, Formula when, Changes changes) throws TooManyWays {
        var ways = Needs.of(when, MOST_WAYS);
        var all = new ArrayList<Draft>();
        for (var draft : drafts) {
            for (var needs : Needs.product(List.of(draft.needs()), ways, MOST_WAYS)) {
                all.add(new Draft(draft.instance(), needs, draft.changes().and(changes)));
            }
        }
        return all;
    }
}
