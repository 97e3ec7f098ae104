package muster.packs.training.validate;

import java.util.Arrays;

/// By how many rows one series runs before another: its changes are the other's `rows` rows later.
///
/// @param correlation of the changes
record Shift(int rows, double correlation) {
    /// Above it, a series is taken for a copy of the other, perhaps scaled, turned round, or with a little noise.
    static final double COPY = 0.99;

    /// A first look at few rows keeps the rest cheap.
    private static final int FIRST_LOOK = 64;

    private static final double WORTH_A_SECOND = 0.8;
    private static final int FEWEST_PAIRS = 32;

    /// The shift in a range at which they correlate most.
    static Shift strongest(double[] series, double[] other, int least, int most) {
        var best = new Shift(least, 0);
        for (int shift = least; shift <= most; shift++) {
            var found = new Shift(shift, at(series, other, shift));
            best = found.correlation() > best.correlation() ? found : best;
        }
        return best;
    }

    /// Whether changes go up (1) or down (-1); NaN where there is none. Any rising or falling function of a series,
    /// such
    /// as its rank, goes up and down with it. Empty if there are too few of either to tell.
    static double[] directions(double[] changes) {
        var directions = Arrays.stream(changes)
                .filter(change -> change < 0 || change > 0)
                .map(Math::signum)
                .toArray();
        double net = Math.abs(Arrays.stream(directions).sum());
        return directions.length - net < FEWEST_PAIRS
                ? new double[0]
                : Arrays.stream(changes)
                        .map(change -> change < 0 || change > 0 ? Math.signum(change) : Double.NaN)
                        .toArray();
    }

    boolean isCopy() {
        return correlation > COPY;
    }

    private static double at(double[] series, double[] other, int shift) {
        int from = Math.max(0, -shift);
        int until = Math.min(series.length, other.length - shift);
        from = begin(series, other, shift, new Range(from, until));
        double glance = correlation(series, other, shift, new Range(from, Math.min(until, from + FIRST_LOOK + 1)));
        return glance < WORTH_A_SECOND ? 0 : correlation(series, other, shift, new Range(from, until));
    }

    /// The first row at which both are there.
    private static int begin(double[] series, double[] other, int shift, Range range) {
        int row = range.from();
        while (row < range.until() && Double.isNaN(series[row] + other[row + shift])) {
            row++;
        }
        return row;
    }

    private record Range(int from, int until) {}

    /// Its size; NaN where there are too few pairs to tell.
    private static double correlation(double[] series, double[] other, int shift, Range range) {
        double count = 0;
        double a = 0;
        double b = 0;
        double aa = 0;
        double bb = 0;
        double ab = 0;
        for (int row = range.from(); row < range.until(); row++) {
            double x = series[row];
            double y = other[row + shift];
            if (!Double.isNaN(x + y)) {
                count++;
                a += x;
                b += y;
                aa += x * x;
                bb += y * y;
                ab += x * y;
            }
        }
        double spread = (count * aa - a * a) * (count * bb - b * b);
        if (count < FEWEST_PAIRS) {
            return Double.NaN;
        }
        return spread <= 0 ? 0 : Math.abs(count * ab - a * b) / Math.sqrt(spread);
    }
}
