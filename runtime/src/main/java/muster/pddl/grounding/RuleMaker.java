package muster.pddl.grounding;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import muster.pddl.Atom;
import muster.pddl.Condition;
import muster.pddl.Effect;
import muster.pddl.Schema;
import muster.pddl.Term;

/// Sorts the conditions and effects of a schema by how they are to be grounded.
final class RuleMaker {
    private final Symbols symbols;
    private final Map<String, Integer> variables = new HashMap<>();
    private final List<Literal> positive = new ArrayList<>();
    private final List<Literal> negative = new ArrayList<>();
    private final List<Check> checks = new ArrayList<>();
    private final List<Condition> rest = new ArrayList<>();
    private final List<Literal> adds = new ArrayList<>();
    private final List<Literal> deletes = new ArrayList<>();
    private final List<Effect> complex = new ArrayList<>();

    private RuleMaker(Symbols symbols) {
        this.symbols = symbols;
    }

    static Rule rule(Schema schema, Symbols symbols) {
        var maker = new RuleMaker(symbols);
        schema.parameters().forEach(each -> maker.variables.put(each.name(), maker.variables.size()));
        maker.need(schema.precondition());
        schema.effects().forEach(maker::change);
        return new Rule(
                schema,
                schema.parameters().stream().map(symbols::candidates).toList(),
                maker.positive,
                maker.negative,
                maker.checks,
                maker.rest,
                maker.adds,
                maker.deletes,
                maker.complex);
    }

    private void need(Condition condition) {
        switch (condition) {
            case Condition.And(var parts) -> parts.forEach(this::need);
            case Condition.Holds(var atom) when isEquality(atom) -> checks.add(same(atom, true));
            case Condition.Holds(var atom) -> positive.add(literal(atom));
            case Condition.Not(Condition.Holds(var atom)) when isEquality(atom) -> checks.add(same(atom, false));
            case Condition.Not(Condition.Holds(var atom))
            when symbols.isStatic(symbols.predicate(atom)) -> checks.add(new Check.Absent(literal(atom)));
            case Condition.Not(Condition.Holds(var atom)) -> negative.add(literal(atom));
            case Condition.Not _, Condition.Or _, Condition.Exists _, Condition.ForAll _ -> rest.add(condition);
        }
    }

    private void change(Effect effect) {
        switch (effect) {
            case Effect.Add(var atom) -> adds.add(literal(atom));
            case Effect.Delete(var atom) -> deletes.add(literal(atom));
            case Effect.ForAll _, Effect.When _ -> complex.add(effect);
        }
    }

    private static boolean isEquality(Atom atom) {
        return atom.name().equals(Atom.EQUALITY);
    }

    private Check same(Atom atom, boolean wanted) {
        return new Check.Same(
                term(atom.arguments().getFirst()), term(atom.arguments().getLast()), wanted);
    }

    private Literal literal(Atom atom) {
        return new Literal(
                symbols.predicate(atom),
                atom.arguments().stream().mapToInt(this::term).toArray());
    }

    private int term(Term term) {
        return switch (term) {
            case Term.Variable(var name) -> variables.get(name);
            case Term.Named(var object) -> Literal.term(symbols.object(object));
        };
    }
}
