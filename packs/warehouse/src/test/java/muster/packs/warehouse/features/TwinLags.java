package muster.packs.warehouse.features;

import static muster.packs.warehouse.features.Plain.each;
import static muster.packs.warehouse.features.Plain.minus;

import java.util.Arrays;
import java.util.List;

/// `lag` and `regime` in plain loops. Their tables begin with the row after the shortest window.
final class TwinLags {
    private TwinLags() {}

    static Twin lag(TwinPair pair) {
        var twin = new Twin();
        if (pair.momentum()) {
            put(twin, pair, "bqx_close", pair.y());
        }
        for (int w : windows(pair)) {
            inputs(pair, w).forEach((name, values) -> put(twin, pair, name + "_" + w, values));
            if (pair.momentum()) {
                ofMomentum(pair, twin, w);
            } else {
                ofPrice(pair, twin, w);
            }
        }
        return twin;
    }

    private static List<Integer> windows(TwinPair pair) {
        return pair.upTo(90);
    }

    private static void put(Twin twin, TwinPair pair, String name, double[] values) {
        twin.put(name, tail(pair, values));
    }

    private static double[] tail(TwinPair pair, double[] values) {
        return Arrays.copyOfRange(values, pair.windows().getFirst(), values.length);
    }

    private static void ofPrice(TwinPair pair, Twin twin, int w) {
        for (var part : List.of("open", "high", "low", "close", "volume")) {
            put(
                    twin,
                    pair,
                    "%s_lag_%d".formatted(part, w),
                    Plain.lag(pair.bars().get(part + "_idx"), w));
        }
        put(twin, pair, "sma_" + w, pair.over(pair.y(), w + 1, Plain::mean));
        put(twin, pair, "volume_sma_" + w, pair.over(pair.bars().get("volume_idx"), w + 1, Plain::mean));
    }

    private static void ofMomentum(TwinPair pair, Twin twin, int w) {
        var y = pair.y();
        var step = minus(y, Plain.lag(y, 1));
        put(twin, pair, "bqx_lag_" + w, Plain.lag(y, w));
        put(twin, pair, "sma_" + w, pair.over(y, w + 1, Plain::mean));
        var half = pair.over(y, w / 2, Plain::mean);
        var beyond = Plain.some(y, w + 1, x -> x.length);
        put(
                twin,
                pair,
                pair.corrected() ? "sma_half_" + w : "ema_" + w,
                each(y.length, i -> pair.corrected() && beyond[i] <= w ? Double.NaN : half[i]));
        put(
                twin,
                pair,
                "positive_ratio_" + w,
                pair.over(
                        step,
                        steps(pair, w),
                        x -> 100.0 * Arrays.stream(x).filter(value -> value > 0).count() / x.length));
    }

    /// The stated windows of `W + 1` rows count the step that leads into them.
    private static int steps(TwinPair pair, int w) {
        return pair.corrected() ? w : w + 1;
    }

    private static java.util.Map<String, double[]> inputs(TwinPair pair, int w) {
        var y = pair.y();
        var before = Plain.lag(y, w);
        var step = pair.momentum()
                ? minus(y, Plain.lag(y, 1))
                : each(y.length, i -> i == 0 ? Double.NaN : y[i] / y[i - 1] - 1);
        var share = each(y.length, i -> before[i] == 0 ? Double.NaN : (y[i] - before[i]) / before[i]);
        var size = each(y.length, i -> before[i] == 0 ? Double.NaN : 100 * (y[i] - before[i]) / Math.abs(before[i]));
        boolean stated = pair.momentum() && !pair.corrected();
        var most = pair.over(pair.momentum() ? y : pair.bars().get("high_idx"), w + 1, Plain::max);
        var least = pair.over(pair.momentum() ? y : pair.bars().get("low_idx"), w + 1, Plain::min);
        return java.util.Map.of(
                "return_lag",
                pair.momentum() && pair.corrected() ? minus(y, before) : share,
                "momentum",
                stated ? size : minus(y, before),
                "volatility",
                pair.over(step, steps(pair, w), Plain::deviation),
                "hl_range",
                minus(most, least));
    }

    static Twin regime(TwinPair pair) {
        var twin = new Twin();
        for (int w : windows(pair)) {
            var inputs = inputs(pair, w);
            for (var measure : List.of("volatility", "hl_range", "return_lag", "momentum")) {
                if (pair.momentum() || !measure.equals("momentum")) {
                    classes(pair, twin, measure + "%s_" + w, tail(pair, inputs.get(measure)));
                }
            }
        }
        return twin;
    }

    private static void classes(TwinPair pair, Twin twin, String name, double[] values) {
        boolean signed = name.startsWith("return") || name.startsWith("momentum");
        var size = signed ? each(values.length, i -> Math.abs(values[i])) : values;
        int first = pair.windows().getFirst();
        int known = pair.corrected() ? (values.length + first) / 2 - first : values.length;
        var sorted = Arrays.stream(size, 0, known)
                .filter(x -> !Double.isNaN(x))
                .sorted()
                .toArray();
        double low = percentile(sorted, 0.33);
        double high = percentile(sorted, 0.66);
        double near = 1e-9 * high;
        var code = each(size.length, i -> {
            if (high > low && (near(size[i], low, near) || near(size[i], high, near))) {
                return Double.POSITIVE_INFINITY;
            }
            return Double.isNaN(size[i]) ? Double.NaN : size[i] <= low ? 0 : size[i] <= high ? 1 : 2;
        });
        twin.put(name.formatted(""), values)
                .put(name.formatted("_p33"), each(size.length, i -> low))
                .put(name.formatted("_p66"), each(size.length, i -> high))
                .put(name.formatted("_regime_code"), code)
                .say(name.formatted("_regime"), size.length, i -> word(code[i]));
    }

    private static boolean near(double value, double threshold, double near) {
        return threshold != 0 && Math.abs(value - threshold) <= near;
    }

    private static String word(double code) {
        if (Double.isNaN(code)) {
            return null;
        }
        return Double.isInfinite(code)
                ? Twin.EITHER
                : List.of("low", "medium", "high").get((int) code);
    }

    private static double percentile(double[] sorted, double share) {
        double at = share * (sorted.length - 1);
        int floor = (int) at;
        return floor + 1 == sorted.length
                ? sorted[floor]
                : sorted[floor] + (at - floor) * (sorted[floor + 1] - sorted[floor]);
    }
}
