package muster.pddl.validation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import muster.pddl.Atom;
import muster.pddl.Condition;
import muster.pddl.Fact;
import muster.pddl.Parameter;
import muster.pddl.PddlObject;
import muster.pddl.PddlTask;
import muster.pddl.Term;

/// What conditions mean in a state.
///
/// @param holding the facts that hold; they may change
record Meaning(PddlTask task, Set<Fact> holding) {

    boolean holds(Condition condition, Map<String, String> bound) {
        return switch (condition) {
            case Condition.Holds(var atom) -> holds(atom, bound);
            case Condition.Not(var inner) -> !holds(inner, bound);
            case Condition.And(var parts) -> parts.stream().allMatch(part -> holds(part, bound));
            case Condition.Or(var parts) -> parts.stream().anyMatch(part -> holds(part, bound));
            case Condition.Exists(var parameters, var inner) ->
                bindings(parameters, bound).anyMatch(each -> holds(inner, each));
            case Condition.ForAll(var parameters, var inner) ->
                bindings(parameters, bound).allMatch(each -> holds(inner, each));
        };
    }

    private boolean holds(Atom atom, Map<String, String> bound) {
        var fact = fact(atom, bound);
        return fact.name().equals(Atom.EQUALITY)
                ? fact.objects().getFirst().equals(fact.objects().getLast())
                : holding.contains(fact);
    }

    /// The atom with objects in its variables' places.
    static Fact fact(Atom atom, Map<String, String> bound) {
        return new Fact(
                atom.name(),
                atom.arguments().stream()
                        .map(term -> switch (term) {
                            case Term.Named(var object) -> object;
                            case Term.Variable(var name) -> bound.get(name);
                        })
                        .toList());
    }

    /// Every way to put objects in the parameters' places.
    Stream<Map<String, String>> bindings(List<Parameter> parameters, Map<String, String> bound) {
        if (parameters.isEmpty()) {
            return Stream.of(bound);
        }
        var first = parameters.getFirst();
        return task.candidates(first).stream()
                .map(PddlObject::name)
                .flatMap(object -> bindings(parameters.subList(1, parameters.size()), with(bound, first, object)));
    }

    private static Map<String, String> with(Map<String, String> bound, Parameter parameter, String object) {
        var more = new HashMap<>(bound);
        more.put(parameter.name(), object);
        return more;
    }

    /// The parts of a condition that do not hold, in words.
    List<String> unmet(Condition condition, Map<String, String> bound) {
        if (holds(condition, bound)) {
            return List.of();
        }
        return switch (condition) {
            case Condition.Holds(var atom) -> List.of(fact(atom, bound) + " does not hold");
            case Condition.Not(Condition.Holds(var atom)) -> List.of(fact(atom, bound) + " holds");
            case Condition.And(var parts) -> {
                var all = new ArrayList<String>();
                parts.forEach(part -> all.addAll(unmet(part, bound)));
                yield all;
            }
            case Condition.Or(var parts) ->
                List.of(
                        parts.isEmpty()
                                ? "an empty disjunction never holds"
                                : "none of these is met: "
                                        + String.join(
                                                "; ",
                                                parts.stream()
                                                        .flatMap(part -> unmet(part, bound).stream())
                                                        .toList()));
            case Condition.Not _ -> List.of("a negated condition holds");
            case Condition.Exists _ -> List.of("no object meets a condition with 'exists'");
            case Condition.ForAll(var parameters, var inner) ->
                bindings(parameters, bound)
                        .filter(each -> !holds(inner, each))
                        .findFirst()
                        .map(each -> unmet(inner, each))
                        .orElse(List.of());
        };
    }
}
