package muster.pddl.grounding;

import java.util.List;
import muster.pddl.Atom;
import muster.pddl.Condition;

/// Grounds conditions once all reachable atoms are known; what can never hold is decided.
record Formulas(Symbols symbols, Reached reached) {

    Formula of(Condition condition, Environment environment) {
        return switch (condition) {
            case Condition.Holds(var atom) -> of(atom, environment);
            case Condition.Not(var inner) -> of(inner, environment).negated();
            case Condition.And(var parts) -> Formula.and(all(parts, environment));
            case Condition.Or(var parts) -> Formula.or(all(parts, environment));
            case Condition.Exists(var parameters, var inner) ->
                Formula.or(environment.collect(parameters, reached.effort(), () -> of(inner, environment)));
            case Condition.ForAll(var parameters, var inner) ->
                Formula.and(environment.collect(parameters, reached.effort(), () -> of(inner, environment)));
        };
    }

    private List<Formula> all(List<Condition> parts, Environment environment) {
        return parts.stream().map(part -> of(part, environment)).toList();
    }

    private Formula of(Atom atom, Environment environment) {
        int[] values = environment.values(atom.arguments());
        if (atom.name().equals(Atom.EQUALITY)) {
            return Formula.constant(values[0] == values[1]);
        }
        int predicate = symbols.predicate(atom);
        int number = reached.atoms().find(predicate, values);
        boolean decided = number == Atoms.NONE || symbols.isStatic(predicate);
        return decided ? Formula.constant(number != Atoms.NONE) : new Formula.Is(number, true);
    }
}
