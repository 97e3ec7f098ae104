package muster.strips;

import java.util.Arrays;
import java.util.List;

/// Replaces a state by one representative of all states that symmetries lead to: symmetries are applied as long as one
/// makes the state smaller, read as a number. Two alike states may get two representatives, which costs time only.
/// Pochter, Zohar and Rosenschein, AAAI 2011; Domshlak, Katz and Shleyfman, ICAPS 2012.
final class Orbits {
    private final CompactTask task;
    private final Symmetry[] symmetry;
    private final long[][] kept;
    private final long[] trial;
    private final IntList applied = new IntList(8);

    Orbits(CompactTask task, List<Symmetry> symmetries) {
        this.task = task;
        this.symmetry = symmetries.toArray(Symmetry[]::new);
        this.kept = new long[symmetry.length][task.factWords];
        this.trial = new long[task.factWords];
        for (int number = 0; number < symmetry.length; number++) {
            Arrays.fill(kept[number], -1L);
            for (int fact : symmetry[number].moved) {
                CompactTask.clear(kept[number], fact);
            }
        }
    }

    boolean isEmpty() {
        return symmetry.length == 0;
    }

    /// Makes the state its representative.
    void represent(long[] state) {
        applied.size = 0;
        boolean smaller = symmetry.length > 0;
        while (smaller) {
            smaller = false;
            for (int number = 0; number < symmetry.length; number++) {
                smaller |= apply(number, state);
            }
        }
    }

    private boolean apply(int number, long[] state) {
        for (int word = 0; word < trial.length; word++) {
            trial[word] = state[word] & kept[number][word];
        }
        var one = symmetry[number];
        for (int fact : one.moved) {
            if (CompactTask.has(state, fact)) {
                CompactTask.set(trial, one.fact[fact]);
            }
        }
        if (!isSmaller(state)) {
            return false;
        }
        System.arraycopy(trial, 0, state, 0, trial.length);
        applied.add(number);
        return true;
    }

    private boolean isSmaller(long[] state) {
        for (int word = 0; word < trial.length; word++) {
            if (trial[word] != state[word]) {
                return Long.compareUnsigned(trial[word], state[word]) < 0;
            }
        }
        return false;
    }

    /// Turns a way through representatives into one from the true start: an operator of a representative becomes the
    /// operator of the true state that it stands for.
    int[] trueWay(int[] way) {
        int[] back = new int[task.operators()];
        Arrays.setAll(back, each -> each);
        int[] truly = new int[way.length];
        long[] state = task.start();
        represent(state);
        undo(back);
        for (int step = 0; step < way.length; step++) {
            truly[step] = back[way[step]];
            task.apply(way[step], state.clone(), state);
            represent(state);
            undo(back);
        }
        return truly;
    }

    /// `back` leads from the operators of the representative to the true ones; it is led through what was just applied.
    private void undo(int[] back) {
        for (int at = 0; at < applied.size; at++) {
            int[] image = symmetry[applied.item[at]].operator;
            int[] before = back.clone();
            for (int operator = 0; operator < image.length; operator++) {
                back[image[operator]] = before[operator];
            }
        }
    }
}
