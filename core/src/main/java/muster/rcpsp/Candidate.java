package muster.rcpsp;

import java.util.stream.IntStream;

/// An order of activities, a mode for each, and the times that a [Decoding] made of them. Mutable, since a search makes
/// millions of them: the accessors give the arrays themselves. `order` is indexed by place, the others by activity.
public final class Candidate {
    private final int[] order;
    private final int[] mode;
    private final long[] start;
    private final long[] finish;
    private long value = Decoding.INFEASIBLE;

    /// Activities in the order of their numbers, in their first modes, without times.
    public Candidate(int size) {
        order = IntStream.range(0, size).toArray();
        mode = new int[size];
        start = new long[size];
        finish = new long[size];
    }

    /// What a search has found: its order and modes, without times.
    public static Candidate of(Found found) {
        var candidate = new Candidate(found.order().size());
        for (int place = 0; place < candidate.order.length; place++) {
            candidate.order[place] = found.order().get(place);
            candidate.mode[place] = found.modes().get(place);
        }
        return candidate;
    }

    /// Place to activity; every activity stands after its predecessors.
    public int[] order() {
        return order;
    }

    public int[] mode() {
        return mode;
    }

    public long[] start() {
        return start;
    }

    public long[] finish() {
        return finish;
    }

    /// What the decoding made of it; [Decoding#INFEASIBLE] before.
    public long value() {
        return value;
    }

    /// Sets what the decoding made of it.
    public void value(long value) {
        this.value = value;
    }

    /// Takes over everything of another candidate of the same size.
    public void copyFrom(Candidate other) {
        System.arraycopy(other.order, 0, order, 0, order.length);
        System.arraycopy(other.mode, 0, mode, 0, mode.length);
        System.arraycopy(other.start, 0, start, 0, start.length);
        System.arraycopy(other.finish, 0, finish, 0, finish.length);
        value = other.value;
    }
}
