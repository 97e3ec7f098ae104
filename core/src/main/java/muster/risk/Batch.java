package muster.risk;

/// Some iterations that are run side by side, lane by lane. Arrays are laid out by activity, event, factor or
/// repetition, then by lane.
final class Batch {
    /// Iterations in a batch: enough to read an activity's numbers once for many draws, few enough that a batch
    /// of 10,000 activities fits into the cache of a core.
    static final int LANES = 32;

    final long[] iteration = new long[LANES];
    final double[] factor;
    final boolean[] occurs;
    final int[] delay;
    final double[] stretch;
    final int[] work;
    final int[] start;
    final int[] finish;
    final int[] repeated;
    final double[] cost = new double[LANES];
    int count;

    Batch(Layout layout) {
        factor = new double[layout.durations.factors() * LANES];
        occurs = new boolean[layout.happenings.count() * LANES];
        delay = new int[layout.happenings.count() * LANES];
        stretch = new double[layout.happenings.count() * LANES];
        work = new int[layout.size() * LANES];
        start = new int[layout.size() * LANES];
        finish = new int[layout.size() * LANES];
        repeated = new int[layout.repeats.count() * LANES];
    }

    /// Begins with the iterations from `first` on.
    void begin(long seed, int first, int count) {
        this.count = count;
        for (int lane = 0; lane < count; lane++) {
            iteration[lane] = Draws.iteration(seed, first + lane);
        }
    }
}
