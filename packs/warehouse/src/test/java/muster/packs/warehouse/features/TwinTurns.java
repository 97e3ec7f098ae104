package muster.packs.warehouse.features;

import static muster.packs.warehouse.features.Plain.each;
import static muster.packs.warehouse.features.Plain.lag;
import static muster.packs.warehouse.features.Plain.minus;
import static muster.packs.warehouse.features.Plain.over;

import java.util.Arrays;

/// `der`, `rev`, `div`, `ext`, `mrt` and `cyc` in plain loops.
final class TwinTurns {
    private static final int USUAL = 720;

    private TwinTurns() {}

    static Twin der(TwinPair pair) {
        var twin = new Twin();
        var sum = new double[pair.rows()];
        for (int w : pair.windows()) {
            var first = minus(pair.moved(w), lag(pair.moved(w), 1));
            var second = minus(first, lag(first, 1));
            Arrays.setAll(sum, i -> sum[i] + second[i]);
            twin.put("der_v1_" + w, first).put("der_v2_" + w, second);
        }
        return twin.put(
                "der_v3_composite",
                each(sum.length, i -> sum[i] / pair.windows().size()));
    }

    static Twin rev(TwinPair pair) {
        var twin = new Twin();
        var y = pair.y();
        for (int w : pair.windows()) {
            var x = pair.moved(w);
            twin.put("rev_decel_" + w, each(y.length, i -> i < 2 ? Double.NaN : x[i] - 2 * x[i - 1] + x[i - 2]));
        }
        var slowing = twin.get("rev_decel_45");
        var scale = pair.over(slowing, 45, Plain::deviation);
        return twin.put(
                        "rev_exhaustion",
                        each(y.length, i -> sided(slowing, i, -Math.abs(y[i]) * Math.signum(slowing[i]))))
                .put(
                        "rev_turning_prob",
                        each(
                                y.length,
                                i -> scale[i] == 0
                                        ? Double.NaN
                                        : 1 / (1 + Math.exp(Math.signum(y[i]) * slowing[i] / scale[i]))));
    }

    /// On a straight way the second difference is rounding, and its sign says nothing.
    private static double sided(double[] slowing, int row, double value) {
        return slowing[row] != 0 && Math.abs(slowing[row]) < 1e-12 ? Double.POSITIVE_INFINITY : value;
    }

    static Twin div(TwinPair pair) {
        var twin = new Twin();
        var windows = pair.windows();
        int last = windows.size() - 1;
        var equal = new double[pair.rows()];
        for (int k = 0; k < windows.size() / 2; k++) {
            difference(pair, twin, windows.get(k), windows.get(last - k));
        }
        for (int k = 1; k <= last; k++) {
            if (pair.corrected()) {
                difference(pair, twin, windows.get(k - 1), windows.get(k));
            }
            var a = pair.moved(windows.get(k - 1));
            var b = pair.moved(windows.get(k));
            Arrays.setAll(
                    equal,
                    i -> Double.isNaN(a[i] + b[i])
                            ? Double.NaN
                            : equal[i] + (Math.signum(a[i]) == Math.signum(b[i]) ? 1 : 0));
        }
        return twin.put("div_sign_alignment", equal);
    }

    private static void difference(TwinPair pair, Twin twin, int a, int b) {
        twin.put("div_%d_%d".formatted(a, b), minus(pair.moved(a), pair.moved(b)));
    }

    static Twin ext(TwinPair pair) {
        var y = pair.y();
        var twin = new Twin().put("ext_distance_zero", each(y.length, i -> Math.abs(y[i])));
        for (int w : pair.windows()) {
            var x = pair.moved(w);
            twin.put(
                    "ext_zscore_" + w,
                    over(minus(x, pair.over(x, USUAL, Plain::mean)), pair.over(x, USUAL, Plain::deviation)));
        }
        var score = twin.get("ext_zscore_45");
        return twin.put("ext_sigma_band", each(y.length, i -> Math.max(-3, Math.min(3, Math.rint(score[i])))));
    }

    static Twin mrt(TwinPair pair) {
        var twin = new Twin();
        for (int w : pair.windows()) {
            var x = pair.moved(w);
            var again = again(pair, x);
            twin.put("mrt_tension_" + w, each(x.length, i -> Math.abs(x[i]) * (1 - again[i])));
        }
        var again = again(pair, pair.y());
        return twin.put("mrt_half_life", each(again.length, i -> halfLife(again[i])));
    }

    private static double halfLife(double again) {
        if (again > 1 - 1e-9) {
            return Double.POSITIVE_INFINITY;
        }
        return again > 0 ? -Math.log(2) / Math.log(again) : Double.NaN;
    }

    /// The correlation of a value with the one before it, over the pairs of 720 rows that are there.
    private static double[] again(TwinPair pair, double[] x) {
        return each(x.length, i -> {
            int from = Math.max(0, i - USUAL + 1);
            var rows = java.util.stream.IntStream.rangeClosed(Math.max(1, from), i)
                    .filter(j -> !Double.isNaN(x[j]) && !Double.isNaN(x[j - 1]))
                    .toArray();
            if (rows.length < 2 || (pair.corrected() && rows.length < USUAL)) {
                return Double.NaN;
            }
            return Plain.correlation(each(rows.length, k -> x[rows[k]]), each(rows.length, k -> x[rows[k] - 1]));
        });
    }

    static Twin cyc(TwinPair pair) {
        var y = pair.y();
        var since = new double[y.length];
        var length = new double[y.length];
        int first = -1;
        int latest = -1;
        int crossings = 0;
        for (int i = 0; i < y.length; i++) {
            if (i > 0 && !Double.isNaN(y[i - 1]) && Math.signum(y[i]) != Math.signum(y[i - 1])) {
                first = first < 0 ? i : first;
                latest = i;
                crossings++;
            }
            since[i] = latest < 0 ? Double.NaN : i - latest;
            length[i] = crossings < 2 ? Double.NaN : (double) (latest - first) / (crossings - 1);
        }
        return new Twin()
                .put("cyc_intervals_since_zero", since)
                .put("cyc_avg_cycle_length", length)
                .put("cyc_current_cycle_progress", over(since, length));
    }
}
