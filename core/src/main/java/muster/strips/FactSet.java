package muster.strips;

import java.util.Arrays;

/// A set of fact numbers, ascending; it never changes.
public final class FactSet {
    public static final FactSet EMPTY = new FactSet(new int[0]);

    private final int[] facts;

    private FactSet(int[] facts) {
        this.facts = facts;
    }

    /// The set of these facts, in any order, repeated or not; each must be at least 0.
    public static FactSet of(int... facts) {
        int[] sorted = facts.clone();
        Arrays.sort(sorted);
        if (sorted.length > 0 && sorted[0] < 0) {
            throw new IllegalArgumentException("a fact must be at least 0, got " + sorted[0]);
        }
        int size = 0;
        for (int fact : sorted) {
            if (size == 0 || sorted[size - 1] != fact) {
                sorted[size++] = fact;
            }
        }
        return size == 0 ? EMPTY : new FactSet(Arrays.copyOf(sorted, size));
    }

    /// How many facts it has.
    public int size() {
        return facts.length;
    }

    /// The fact at a position, 0 to `size() - 1`, in ascending order.
    public int at(int position) {
        return facts[position];
    }

    /// True if the fact is in the set.
    public boolean contains(int fact) {
        return Arrays.binarySearch(facts, fact) >= 0;
    }

    /// True if every fact of the other set is in this one.
    public boolean containsAll(FactSet other) {
        for (int fact : other.facts) {
            if (!contains(fact)) {
                return false;
            }
        }
        return true;
    }

    /// The facts in ascending order, as an array of the caller's own.
    public int[] toArray() {
        return facts.clone();
    }

    void copyTo(int[] array, int from) {
        System.arraycopy(facts, 0, array, from, facts.length);
    }

    int largest() {
        return facts.length == 0 ? -1 : facts[facts.length - 1];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FactSet set && Arrays.equals(facts, set.facts);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(facts);
    }

    @Override
    public String toString() {
        return Arrays.toString(facts);
    }
}
