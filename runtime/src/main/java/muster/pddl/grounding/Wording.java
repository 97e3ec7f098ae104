package muster.pddl.grounding;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import muster.pddl.Atom;
import muster.pddl.Condition;
import muster.pddl.Parameter;
import muster.pddl.Term;

/// Conditions in PDDL's notation.
final class Wording {
    private Wording() {}

    static String of(Condition condition) {
        return switch (condition) {
            case Condition.Holds(var atom) -> of(atom);
            case Condition.Not(var inner) -> "(not " + of(inner) + ")";
            case Condition.And(var parts) -> all("and", parts);
            case Condition.Or(var parts) -> all("or", parts);
            case Condition.Exists(var parameters, var inner) -> quantified("exists", parameters, inner);
            case Condition.ForAll(var parameters, var inner) -> quantified("forall", parameters, inner);
        };
    }

    private static String of(Atom atom) {
        var terms = atom.arguments().stream().map(term -> switch (term) {
            case Term.Variable(var name) -> name;
            case Term.Named(var object) -> object;
        });
        return "(" + Stream.concat(Stream.of(atom.name()), terms).collect(Collectors.joining(" ")) + ")";
    }

    private static String all(String word, List<Condition> parts) {
        return "("
                + Stream.concat(Stream.of(word), parts.stream().map(Wording::of))
                        .collect(Collectors.joining(" ")) + ")";
    }

    private static String quantified(String word, List<Parameter> parameters, Condition inner) {
        var names = parameters.stream().map(Parameter::name).collect(Collectors.joining(" "));
        return "(" + word + " (" + names + ") " + of(inner) + ")";
    }
}
