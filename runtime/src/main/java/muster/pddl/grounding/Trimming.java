package muster.pddl.grounding;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import muster.strips.FactSet;

/// Leaves out of a grounded task what cannot happen, what is true for ever, what the goal does not need, and operators
/// that add nothing. Conditions are positive, so that deleting never helps. No cheapest plan is lost.
final class Trimming {
    private final int facts;
    private FactSet initial;
    private FactSet goal;
    private List<Operation> operations;

    Trimming(int facts, FactSet initial, FactSet goal, List<Operation> operations) {
        this.facts = facts;
        this.initial = initial;
        this.goal = goal;
        this.operations = operations;
    }

    FactSet initial() {
        return initial;
    }

    FactSet goal() {
        return goal;
    }

    List<Operation> operations() {
        return operations;
    }

    /// Facts of the goal that cannot be made true; if there are any, nothing else is left out.
    FactSet run() {
        int before;
        do {
            before = operations.size();
            var reachable = reach();
            var never = Operation.kept(goal, fact -> !reachable.get(fact));
            if (never.size() > 0) {
                return never;
            }
            leaveOutConstants(reachable);
            leaveOutIrrelevant();
        } while (operations.size() < before);
        return FactSet.EMPTY;
    }

    /// What can become true if nothing is undone; operations that cannot be done go.
    private BitSet reach() {
        var needing = Occurrences.of(facts, operations, Operation::pre);
        var reached = new BitSet(facts);
        var queue = new IntList();
        int[] open = operations.stream()
                .mapToInt(operation -> operation.pre().size())
                .toArray();
        enqueue(initial, reached, queue);
        for (int number = 0; number < open.length; number++) {
            if (open[number] == 0) {
                enqueue(operations.get(number).add(), reached, queue);
            }
        }
        for (int next = 0; next < queue.size(); next++) {
            for (int at = needing.from(queue.get(next)); at < needing.to(queue.get(next)); at++) {
                int number = needing.at(at);
                open[number]--;
                enqueue(open[number] == 0 ? operations.get(number).add() : FactSet.EMPTY, reached, queue);
            }
        }
        keepOperations(IntStream.range(0, open.length).filter(number -> open[number] == 0));
        return reached;
    }

    private static void enqueue(FactSet added, BitSet seen, IntList queue) {
        for (int at = 0; at < added.size(); at++) {
            if (!seen.get(added.at(at))) {
                seen.set(added.at(at));
                queue.add(added.at(at));
            }
        }
    }

    private void keepOperations(IntStream numbers) {
        operations = numbers.mapToObj(operations::get).toList();
    }

    private void leaveOutConstants(BitSet reachable) {
        var constant = new BitSet(facts);
        IntStream.of(initial.toArray()).forEach(constant::set);
        for (var operation : operations) {
            IntStream.of(operation.del().toArray()).forEach(constant::clear);
        }
        keepFacts(fact -> reachable.get(fact) && !constant.get(fact));
    }

    private void leaveOutIrrelevant() {
        var adding = Occurrences.of(facts, operations, Operation::add);
        var relevant = new BitSet(facts);
        var useful = new BitSet(operations.size());
        var queue = new IntList();
        enqueue(goal, relevant, queue);
        for (int next = 0; next < queue.size(); next++) {
            for (int at = adding.from(queue.get(next)); at < adding.to(queue.get(next)); at++) {
                useful.set(adding.at(at));
                enqueue(operations.get(adding.at(at)).pre(), relevant, queue);
            }
        }
        keepOperations(useful.stream());
        keepFacts(relevant::get);
        operations = operations.stream()
                .filter(operation -> operation.add().size() > 0)
                .toList();
    }

    private void keepFacts(IntPredicate kept) {
        initial = Operation.kept(initial, kept);
        goal = Operation.kept(goal, kept);
        var next = new ArrayList<Operation>();
        for (var operation : operations) {
            var needed = Operation.kept(operation.pre(), kept);
            next.add(operation.over(needed, kept));
        }
        operations = next;
    }
}
