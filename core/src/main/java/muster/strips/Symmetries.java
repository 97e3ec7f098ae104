package muster.strips;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Finds symmetries of a task: facts are fixed one after another until nothing is left to choose, and on the way back
/// each choice is tried the other way. Not all symmetries need be found; each one found is checked.
/// After McKay, "Practical graph isomorphism", 1981.
final class Symmetries {
    /// A small part of a second.
    static final long WORK = 50_000_000;

    /// Symmetries kept at most; each costs time at every state.
    private static final int MOST = 400;

    private final CompactTask task;
    private final long mostWork;
    private long work;
    private final List<Symmetry> found = new ArrayList<>();
    private final int[] orbit;
    private final Map<Long, List<Integer>> byContent = new HashMap<>();

    private Symmetries(CompactTask task, long mostWork) {
        this.task = task;
        this.mostWork = mostWork;
        this.orbit = new int[task.facts];
        Arrays.setAll(orbit, each -> each);
    }

    /// Symmetries from which others follow; none if the work (vertices and edges visited) is not enough to begin.
    static List<Symmetry> of(CompactTask task, long mostWork) {
        var search = new Symmetries(task, mostWork);
        search.run();
        return List.copyOf(search.found);
    }

    private void run() {
        var chain = new ArrayList<Colouring>();
        var fixed = new IntList(16);
        var colouring = Colouring.of(task);
        work += colouring.refine();
        while (!colouring.discrete() && work < mostWork) {
            int next = colouring.firstShared();
            chain.add(colouring);
            fixed.add(next);
            colouring = colouring.marked(next);
            work += colouring.refine();
        }
        if (chain.isEmpty() || !colouring.discrete()) {
            return;
        }
        int[] same = new int[task.facts];
        Arrays.setAll(same, each -> each);
        for (int operator = 0; operator < task.operators(); operator++) {
            byContent
                    .computeIfAbsent(key(operator, same), _ -> new ArrayList<>())
                    .add(operator);
        }
        for (int level = chain.size() - 1; level >= 0; level--) {
            tryOthers(chain.get(level), fixed.item[level]);
        }
    }

    private void tryOthers(Colouring around, int fixed) {
        for (int other = 0; other < task.facts; other++) {
            boolean alike = other != fixed && around.fact[other] == around.fact[fixed];
            if (alike && root(other) != root(fixed) && work < mostWork && found.size() < MOST) {
                attempt(around.marked(fixed), around.marked(other));
            }
        }
    }

    /// Fixes pairs of facts that look alike on both sides, the same fact where possible, until all are fixed.
    private void attempt(Colouring left, Colouring right) {
        var one = left;
        var other = right;
        work += one.refine() + other.refine();
        while (one.matches(other) && !one.discrete() && work < mostWork) {
            int next = one.firstShared();
            int partner = other.like(one.fact[next], next);
            one = one.marked(next);
            other = other.marked(partner);
            work += one.refine() + other.refine();
        }
        if (one.discrete() && one.matches(other)) {
            keep(one.onto(other));
        }
    }

    private void keep(int[] image) {
        int[] operators = new int[task.operators()];
        for (int operator = 0; operator < operators.length; operator++) {
            operators[operator] = renamed(operator, image);
            if (operators[operator] < 0) {
                return;
            }
        }
        if (keepsGoal(image)) {
            found.add(new Symmetry(image, operators));
            for (int fact = 0; fact < image.length; fact++) {
                orbit[root(fact)] = root(image[fact]);
            }
        }
    }

    private boolean keepsGoal(int[] image) {
        return Arrays.stream(task.goal)
                .allMatch(fact -> Arrays.stream(task.goal).anyMatch(each -> each == image[fact]));
    }

    /// The operator that one becomes when facts are renamed, -1 if there is none.
    private int renamed(int operator, int[] image) {
        for (int candidate : byContent.getOrDefault(key(operator, image), List.of())) {
            boolean same = task.cost[operator] == task.cost[candidate]
                    && task.numeric.alike(operator, candidate)
                    && isRenamed(task.pre, operator, candidate, image)
                    && isRenamed(task.add, operator, candidate, image)
                    && isRenamed(task.del, operator, candidate, image);
            if (same) {
                return candidate;
            }
        }
        return -1;
    }

    private static boolean isRenamed(Rows rows, int row, int other, int[] image) {
        for (int at = rows.start[row]; at < rows.start[row + 1]; at++) {
            if (!rows.contains(other, image[rows.item[at]])) {
                return false;
            }
        }
        return rows.length(row) == rows.length(other);
    }

    private long key(int operator, int[] image) {
        return task.cost[operator]
                + sum(task.pre, operator, image) * 3
                + sum(task.add, operator, image) * 5
                + sum(task.del, operator, image) * 7;
    }

    private static long sum(Rows rows, int row, int[] image) {
        long sum = 0;
        for (int at = rows.start[row]; at < rows.start[row + 1]; at++) {
            long value = image[rows.item[at]] + 1L;
            sum += value * value * 0x9E3779B97F4A7C15L ^ value;
        }
        return sum;
    }

    private int root(int fact) {
        int root = fact;
        while (orbit[root] != root) {
            root = orbit[root];
        }
        return root;
    }
}
