package muster.risk;

import java.util.stream.IntStream;

/// Sums over iterations, from which the figures of activities, events and repetitions are made. Ends are counted
/// from a reference, so that squares keep their precision. Tallies of blocks are added in the order of the
/// blocks.
final class Tally {
    private final Layout layout;
    private final int reference;
    private final int[] lowest;
    private final int[] highest;
    private final int asked;

    /// Per activity: iterations in which it is critical.
    final int[] critical;

    /// Per activity: iterations in which it is critical and the end is later than asked for, and by how much it is
    /// then.
    final int[] lateCritical;

    final double[] late;

    /// Per activity: sums of its duration, of the square and of the product with the end.
    final double[] work;

    final double[] square;
    final double[] product;

    /// Per activity: iterations in which its duration is among the lowest and highest tenth, and the ends in those.
    final int[] lows;

    final double[] lowEnds;
    final int[] highs;
    final double[] highEnds;

    /// Per event: iterations in which it happens, and the ends in those.
    final int[] happened;

    final double[] happenedEnds;

    /// Per repetition: iterations in which something is done again, and the ends in those.
    final int[] repeated;

    final double[] repeatedEnds;

    Tally(Layout layout, int reference, int asked) {
        this(
                layout,
                new int[] {reference, asked},
                IntStream.range(0, layout.size()).map(layout.durations::lowest).toArray(),
                IntStream.range(0, layout.size()).map(layout.durations::highest).toArray());
    }

    private Tally(Layout layout, int[] points, int[] lowest, int[] highest) {
        this.layout = layout;
        this.reference = points[0];
        this.asked = points[1];
        this.lowest = lowest;
        this.highest = highest;
        int size = layout.size();
        critical = new int[size];
        lateCritical = new int[size];
        late = new double[size];
        work = new double[size];
        square = new double[size];
        product = new double[size];
        lows = new int[size];
        lowEnds = new double[size];
        highs = new int[size];
        highEnds = new double[size];
        happened = new int[layout.happenings.count()];
        happenedEnds = new double[layout.happenings.count()];
        repeated = new int[layout.repeats.count()];
        repeatedEnds = new double[layout.repeats.count()];
    }

    /// A tally of the same kind with nothing in it.
    Tally empty() {
        return new Tally(layout, new int[] {reference, asked}, lowest, highest);
    }

    /// From where a duration is counted.
    int base(int activity) {
        return lowest[activity];
    }

    /// From where ends are counted.
    int reference() {
        return reference;
    }

    /// Adds the iterations of a pass.
    void add(Pass pass, Trace trace, double[] ends) {
        var batch = pass.batch;
        for (int lane = 0; lane < batch.count; lane++) {
            ends[lane] = (double) pass.end[lane] - reference;
            trace.count(lane, pass.end[lane], critical);
            if (pass.end[lane] > asked) {
                trace.addLate((double) pass.end[lane] - asked, lateCritical, late);
            }
        }
        for (int activity = 0; activity < critical.length; activity++) {
            if (!layout.durations.isFixed(activity)) {
                sums(activity, batch, ends);
                tenths(activity, batch, ends);
            }
        }
        for (int event = 0; event < happened.length; event++) {
            happened(event, batch, ends);
        }
        for (int repetition = 0; repetition < repeated.length; repetition++) {
            repeated(repetition, batch, ends);
        }
    }

    private void sums(int activity, Batch batch, double[] ends) {
        int at = activity * Batch.LANES;
        double sum = 0;
        double squares = 0;
        double products = 0;
        int middle = lowest[activity];
        for (int lane = 0; lane < batch.count; lane++) {
            double worked = batch.work[at + lane] - middle;
            sum += worked;
            squares += worked * worked;
            products += worked * ends[lane];
        }
        work[activity] += sum;
        square[activity] += squares;
        product[activity] += products;
    }

    private void tenths(int activity, Batch batch, double[] ends) {
        int at = activity * Batch.LANES;
        int low = lowest[activity];
        int high = highest[activity];
        for (int lane = 0; lane < batch.count; lane++) {
            int worked = batch.work[at + lane];
            if (worked <= low) {
                lows[activity]++;
                lowEnds[activity] += ends[lane];
            } else if (worked >= high) {
                highs[activity]++;
                highEnds[activity] += ends[lane];
            }
        }
    }

    private void happened(int event, Batch batch, double[] ends) {
        for (int lane = 0; lane < batch.count; lane++) {
            if (batch.occurs[event * Batch.LANES + lane]) {
                happened[event]++;
                happenedEnds[event] += ends[lane];
            }
        }
    }

    private void repeated(int repetition, Batch batch, double[] ends) {
        for (int lane = 0; lane < batch.count; lane++) {
            if (batch.repeated[repetition * Batch.LANES + lane] > 0) {
                repeated[repetition]++;
                repeatedEnds[repetition] += ends[lane];
            }
        }
    }

    /// Adds another tally of the same layout and reference.
    void add(Tally other) {
        add(critical, other.critical);
        add(lateCritical, other.lateCritical);
        add(late, other.late);
        add(work, other.work);
        add(square, other.square);
        add(product, other.product);
        add(lows, other.lows);
        add(lowEnds, other.lowEnds);
        add(highs, other.highs);
        add(highEnds, other.highEnds);
        add(happened, other.happened);
        add(happenedEnds, other.happenedEnds);
        add(repeated, other.repeated);
        add(repeatedEnds, other.repeatedEnds);
    }

    private static void add(int[] sums, int[] more) {
        for (int at = 0; at < sums.length; at++) {
            sums[at] += more[at];
        }
    }

    private static void add(double[] sums, double[] more) {
        for (int at = 0; at < sums.length; at++) {
            sums[at] += more[at];
        }
    }
}
