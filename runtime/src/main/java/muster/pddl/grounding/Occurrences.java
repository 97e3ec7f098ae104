package muster.pddl.grounding;

import java.util.List;
import java.util.function.Function;
import muster.strips.FactSet;

/// In which operations each fact occurs.
final class Occurrences {
    private final int[] starts;
    private final int[] operations;

    private Occurrences(int[] starts, int[] operations) {
        this.starts = starts;
        this.operations = operations;
    }

    /// @param where the set of an operation that is looked at
    static Occurrences of(int facts, List<Operation> operations, Function<Operation, FactSet> where) {
        int[] starts = new int[facts + 1];
        for (var operation : operations) {
            var set = where.apply(operation);
            for (int at = 0; at < set.size(); at++) {
                starts[set.at(at) + 1]++;
            }
        }
        for (int fact = 0; fact < facts; fact++) {
            starts[fact + 1] += starts[fact];
        }
        int[] next = starts.clone();
        int[] all = new int[starts[facts]];
        for (int number = 0; number < operations.size(); number++) {
            var set = where.apply(operations.get(number));
            for (int at = 0; at < set.size(); at++) {
                all[next[set.at(at)]++] = number;
            }
        }
        return new Occurrences(starts, all);
    }

    int from(int fact) {
        return starts[fact];
    }

    int to(int fact) {
        return starts[fact + 1];
    }

    int at(int position) {
        return operations[position];
    }
}
