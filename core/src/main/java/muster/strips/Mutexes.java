package muster.strips;

import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/// Pairs of facts that never hold together: those that no sequence of operators reaches if only pairs are watched
/// (h², Haslum and Geffner, "Admissible heuristics for optimal planning", AIPS 2000), computed over rows of bits.
final class Mutexes {
    /// Words that are looked at in one pass at most; larger tasks do without.
    private static final long MOST_WORK = 40_000_000;

    private static final int OPERATORS_BETWEEN_STOPS = 255;

    private final CompactTask task;
    private final int words;
    /// For each fact the facts that may hold with it; no row if nothing is known.
    private final long[][] together;
    private final long[] reached;
    private boolean grew;

    private Mutexes(CompactTask task, boolean known) {
        this.task = task;
        this.words = task.factWords;
        this.together = known ? new long[task.facts][words] : new long[0][];
        this.reached = new long[words];
    }

    /// Where nothing is taken away all that can be reached holds together in the end, so there is nothing to find out.
    /// What is known when it is stopped is too little to be true.
    static Mutexes of(CompactTask task, BooleanSupplier stop) {
        long work = (long) (task.pre.item.length + 2 * task.add.item.length) * Math.max(1, task.factWords);
        var mutexes = new Mutexes(task, work <= MOST_WORK && task.del.item.length > 0);
        return mutexes.together.length == 0 || mutexes.spread(stop) ? mutexes : new Mutexes(task, false);
    }

    /// True if the two facts are known never to hold together; false says nothing.
    boolean exclude(int one, int other) {
        return together.length > 0 && !CompactTask.has(together[one], other);
    }

    /// True if two operators can never both be applied in one state.
    boolean excludes(int operator, int other) {
        for (int at = task.pre.start[operator]; at < task.pre.start[operator + 1]; at++) {
            if (excludesAny(task.pre.item[at], other)) {
                return true;
            }
        }
        return false;
    }

    private boolean excludesAny(int fact, int operator) {
        for (int at = task.pre.start[operator]; at < task.pre.start[operator + 1]; at++) {
            if (exclude(fact, task.pre.item[at])) {
                return true;
            }
        }
        return false;
    }

    /// False if it was stopped.
    private boolean spread(BooleanSupplier stop) {
        for (int fact : task.initial) {
            CompactTask.set(reached, fact);
        }
        for (int fact : task.initial) {
            System.arraycopy(reached, 0, together[fact], 0, words);
        }
        long[] beside = new long[words];
        do {
            grew = false;
            if (!spread(beside, stop)) {
                return false;
            }
        } while (grew);
        return true;
    }

    private boolean spread(long[] beside, BooleanSupplier stop) {
        for (int operator = 0; operator < task.operators(); operator++) {
            if ((operator & OPERATORS_BETWEEN_STOPS) == 0 && stop.getAsBoolean()) {
                return false;
            }
            spread(operator, beside);
        }
        return true;
    }

    private void spread(int operator, long[] beside) {
        if (besides(operator, beside)) {
            apply(operator, beside);
        }
    }

    /// The facts that may hold beside all that the operator needs; false if these exclude each other.
    private boolean besides(int operator, long[] beside) {
        System.arraycopy(reached, 0, beside, 0, words);
        for (int at = task.pre.start[operator]; at < task.pre.start[operator + 1]; at++) {
            long[] row = together[task.pre.item[at]];
            for (int word = 0; word < words; word++) {
                beside[word] &= row[word];
            }
        }
        for (int at = task.pre.start[operator]; at < task.pre.start[operator + 1]; at++) {
            if (!CompactTask.has(beside, task.pre.item[at])) {
                return false;
            }
        }
        return true;
    }

    private void apply(int operator, long[] beside) {
        for (int at = task.del.start[operator]; at < task.del.start[operator + 1]; at++) {
            CompactTask.clear(beside, task.del.item[at]);
        }
        for (int at = task.add.start[operator]; at < task.add.start[operator + 1]; at++) {
            CompactTask.set(beside, task.add.item[at]);
            CompactTask.set(reached, task.add.item[at]);
        }
        for (int at = task.add.start[operator]; at < task.add.start[operator + 1]; at++) {
            join(task.add.item[at], beside);
        }
    }

    private void join(int fact, long[] beside) {
        long[] row = together[fact];
        for (int word = 0; word < words; word++) {
            long fresh = beside[word] & ~row[word];
            if (fresh != 0) {
                grew = true;
                row[word] |= fresh;
                mirror(fact, word, fresh);
            }
        }
    }

    private void mirror(int fact, int word, long fresh) {
        for (long bits = fresh; bits != 0; bits &= bits - 1) {
            CompactTask.set(together[(word << 6) + Long.numberOfTrailingZeros(bits)], fact);
        }
    }

    /// The operators that can never be applied, since what they need excludes itself.
    int[] impossible() {
        return IntStream.range(0, together.length == 0 ? 0 : task.operators())
                .filter(each -> excludes(each, each))
                .toArray();
    }
}
