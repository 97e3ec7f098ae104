package muster.pddl.grounding;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import muster.strips.FactSet;
import muster.strips.Operator;
import muster.strips.StripsTask;

/// Makes the search's task of drafts. An atom that must be absent somewhere gets a second fact, which holds when the
/// atom does not.
final class Assembly {
    private final Symbols symbols;
    private final Atoms atoms;
    private final int initial;
    private final List<Rule> rules;
    private final List<Draft> drafts;
    /// Atoms that have a second fact.
    private final BitSet mirrored = new BitSet();

    Assembly(Symbols symbols, Reachability reachability, List<Rule> rules, List<Draft> drafts) {
        this.symbols = symbols;
        this.atoms = reachability.reached().atoms();
        this.initial = reachability.initial();
        this.rules = rules;
        this.drafts = drafts;
    }

    /// @param goal the ways in which the goal can hold, at least one
    Grounding task(List<Needs> goal) {
        drafts.forEach(draft -> mirror(draft.needs()));
        goal.forEach(this::mirror);
        var operations = new ArrayList<Operation>();
        for (int draft = 0; draft < drafts.size(); draft++) {
            operations.add(operation(draft));
        }
        var wanted = facts(goal.getFirst());
        if (goal.size() > 1) {
            wanted = FactSet.of(reachedGoal());
            goal.forEach(way ->
                    operations.add(new Operation(drafts.size(), facts(way), FactSet.of(reachedGoal()), FactSet.EMPTY)));
        }
        var trimming = new Trimming(reachedGoal() + 1, start(), wanted, operations);
        var never = trimming.run();
        return never.size() > 0
                ? new Grounding.Unreachable(
                        IntStream.of(never.toArray()).mapToObj(this::name).toList())
                : new Grounding.Grounded(numbered(trimming));
    }

    private void mirror(Needs needs) {
        IntStream.of(needs.absent().toArray()).forEach(mirrored::set);
    }

    /// The fact that holds when an atom does not.
    private int mirror(int atom) {
        return atoms.size() + atom;
    }

    private int reachedGoal() {
        return 2 * atoms.size();
    }

    private FactSet facts(Needs needs) {
        return Needs.union(needs.holding(), mirrors(needs.absent()));
    }

    private FactSet mirrors(FactSet of) {
        return FactSet.of(IntStream.of(of.toArray())
                .filter(mirrored::get)
                .map(this::mirror)
                .toArray());
    }

    private FactSet start() {
        return FactSet.of(IntStream.concat(
                        IntStream.range(0, initial),
                        mirrored.stream().filter(atom -> atom >= initial).map(this::mirror))
                .toArray());
    }

    private Operation operation(int number) {
        var draft = drafts.get(number);
        var adds = draft.changes().adds();
        var deletes = Operation.kept(draft.changes().deletes(), atom -> !adds.contains(atom));
        var pre = facts(draft.needs());
        var add = Needs.union(adds, mirrors(deletes));
        var del = Needs.union(deletes, mirrors(adds));
        return new Operation(number, pre, Operation.kept(add, fact -> !pre.contains(fact)), del);
    }

    private BigDecimal cost(Operation operation) {
        return operation.draft() == drafts.size()
                ? BigDecimal.ZERO
                : drafts.get(operation.draft()).instance().cost();
    }

    private String name(Operation operation) {
        if (operation.draft() == drafts.size()) {
            return GroundedTask.NO_STEP;
        }
        var instance = drafts.get(operation.draft()).instance();
        return symbols.call(rules.get(instance.rule()).schema().name(), instance.binding());
    }

    private String name(int fact) {
        if (fact == reachedGoal()) {
            return "the goal";
        }
        return fact < atoms.size()
                ? symbols.name(atoms.predicate(fact), atoms.arguments(fact))
                : "(not " + name(fact - atoms.size()) + ")";
    }

    private GroundedTask numbered(Trimming trimmed) {
        var operations = Merging.merged(trimmed.operations(), this::cost);
        int decimals = operations.stream()
                .mapToInt(operation -> cost(operation).stripTrailingZeros().scale())
                .max()
                .orElse(0);
        int[] facts = ordered(trimmed, operations);
        var numbers = new HashMap<Integer, Integer>();
        Arrays.stream(facts).forEach(fact -> numbers.put(fact, numbers.size()));
        var operators = operations.stream()
                .map(operation -> operator(operation, numbers, Math.max(0, decimals)))
                .toList();
        var task = StripsTask.of(
                facts.length, renumbered(trimmed.initial(), numbers), renumbered(trimmed.goal(), numbers), operators);
        return new GroundedTask(task, Arrays.stream(facts).mapToObj(this::name).toList(), Math.max(0, decimals));
    }

    private Operator operator(Operation operation, Map<Integer, Integer> numbers, int decimals) {
        return new Operator(
                name(operation),
                renumbered(operation.pre(), numbers),
                renumbered(operation.add(), numbers),
                renumbered(operation.del(), numbers),
                cost(operation).movePointRight(decimals).longValueExact(),
                Operator.Numeric.NONE);
    }

    private static FactSet renumbered(FactSet facts, Map<Integer, Integer> numbers) {
        return FactSet.of(IntStream.of(facts.toArray()).map(numbers::get).toArray());
    }

    /// The facts that are left: by predicate and objects, those that an atom is absent last.
    private int[] ordered(Trimming trimmed, List<Operation> operations) {
        var used = new BitSet();
        IntStream.of(trimmed.initial().toArray()).forEach(used::set);
        IntStream.of(trimmed.goal().toArray()).forEach(used::set);
        for (var operation : operations) {
            IntStream.of(operation.pre().toArray()).forEach(used::set);
            IntStream.of(operation.add().toArray()).forEach(used::set);
            IntStream.of(operation.del().toArray()).forEach(used::set);
        }
        return used.stream().boxed().sorted(order()).mapToInt(fact -> fact).toArray();
    }

    private Comparator<Integer> order() {
        return Comparator.comparing((Integer fact) -> fact == reachedGoal())
                .thenComparing(fact -> fact >= atoms.size())
                .thenComparing(fact -> fact % atoms.size(), this::compareAtoms);
    }

    private int compareAtoms(int one, int other) {
        int byPredicate = Integer.compare(atoms.predicate(one), atoms.predicate(other));
        return byPredicate != 0 ? byPredicate : Arrays.compare(atoms.arguments(one), atoms.arguments(other));
    }
}
