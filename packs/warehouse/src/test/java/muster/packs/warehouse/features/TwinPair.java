package muster.packs.warehouse.features;

import static muster.packs.warehouse.features.Plain.each;
import static muster.packs.warehouse.features.Plain.full;
import static muster.packs.warehouse.features.Plain.lag;
import static muster.packs.warehouse.features.Plain.some;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import muster.packs.warehouse.naming.Variant;

/// One pair as the formulas see it.
///
/// @param bars columns of the price table by name
record TwinPair(String pair, Variant variant, Formula formula, List<Integer> windows, Map<String, double[]> bars) {
    double[] close() {
        return bars.get("close_idx");
    }

    int rows() {
        return close().length;
    }

    boolean corrected() {
        return formula == Formula.CORRECTED;
    }

    boolean momentum() {
        return variant == Variant.BQX;
    }

    /// The value that features are of.
    double[] y() {
        return momentum() ? moved(45) : close();
    }

    /// Momentum over a window: 100 (c - lag(c, W)) / lag(c, W).
    double[] moved(int w) {
        var before = lag(close(), w);
        return each(rows(), i -> 100 * (close()[i] - before[i]) / before[i]);
    }

    List<Integer> upTo(int longest) {
        return windows.stream().filter(w -> w <= longest).toList();
    }

    /// A figure of windows: of full ones alone where the formula is corrected, else of the values there are.
    double[] over(double[] x, int w, ToDoubleFunction<double[]> figure) {
        return corrected()
                ? full(x, w, figure)
                : some(x, w, window -> window.length == 0 ? Double.NaN : figure.applyAsDouble(window));
    }

    /// The first value of the window, which may be NULL.
    double[] first(int w) {
        var y = y();
        return each(rows(), i -> {
            boolean partial = i + 1 < w || Double.isNaN(y[i - w + 1]);
            return corrected() && partial ? Double.NaN : y[Math.max(0, i - w + 1)];
        });
    }

    Twin base() {
        var twin = new Twin().say("pair", rows(), _ -> pair);
        for (int w : windows) {
            twin.put("bqx_" + w, moved(w));
            for (int h = 15; h <= 105; h += 15) {
                twin.put("target_bqx%d_h%d".formatted(w, h), Plain.lead(moved(w), h));
            }
        }
        return twin;
    }

    static Map<String, double[]> bars(Map<String, List<String>> table) {
        var bars = new TreeMap<String, double[]>();
        table.forEach((column, texts) -> {
            if (column.endsWith("_idx")) {
                bars.put(column, each(texts.size(), i -> Double.parseDouble(texts.get(i))));
            }
        });
        return bars;
    }
}
