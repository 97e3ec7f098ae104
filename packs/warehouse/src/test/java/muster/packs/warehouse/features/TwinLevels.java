package muster.packs.warehouse.features;

import static muster.packs.warehouse.features.Plain.each;
import static muster.packs.warehouse.features.Plain.minus;
import static muster.packs.warehouse.features.Plain.over;

import java.util.Arrays;

/// `agg` and `align` in plain loops.
final class TwinLevels {

    private TwinLevels() {}

    static Twin agg(TwinPair pair) {
        var twin = new Twin();
        var y = pair.y();
        for (int w : pair.windows()) {
            var mean = pair.over(y, w, Plain::mean);
            var deviation = pair.over(y, w, Plain::deviation);
            var least = pair.over(y, w, Plain::min);
            var most = pair.over(y, w, Plain::max);
            twin.put("agg_mean_" + w, mean)
                    .put("agg_std_" + w, deviation)
                    .put("agg_min_" + w, least)
                    .put("agg_max_" + w, most)
                    .put("agg_sum_" + w, pair.over(y, w, x -> Arrays.stream(x).sum()))
                    .put("agg_count_" + w, Plain.some(y, w, x -> x.length))
                    .put("agg_range_" + w, minus(most, least))
                    .put("agg_cv_" + w, over(deviation, mean))
                    .put("agg_position_" + w, over(minus(y, least), minus(most, least)));
        }
        return twin;
    }

    static Twin align(TwinPair pair) {
        var twin = new Twin();
        var y = pair.y();
        var windows = pair.upTo(1440);
        for (int w : windows) {
            var mean = pair.over(y, w, Plain::mean);
            var least = pair.over(y, w, Plain::min);
            var first = pair.first(w);
            twin.put("dir_" + w, each(y.length, i -> Math.signum(y[i] - first[i])))
                    .put("pos_" + w, over(minus(y, least), minus(pair.over(y, w, Plain::max), least)))
                    .put("zscore_" + w, over(minus(y, mean), pair.over(y, w, Plain::deviation)));
        }
        var trends = new double[y.length];
        var means = new double[y.length];
        for (int k = 1; k < windows.size(); k++) {
            neighbours(pair, twin, windows.get(k - 1), windows.get(k));
            var trend = twin.get("align_trend_%d_%d".formatted(windows.get(k - 1), windows.get(k)));
            var mean = twin.get("align_mean_%d_%d".formatted(windows.get(k - 1), windows.get(k)));
            Arrays.setAll(trends, i -> trends[i] + trend[i]);
            Arrays.setAll(means, i -> means[i] + Math.signum(mean[i]));
        }
        int count = windows.size() - 1;
        return twin.put("align_trend_score", each(y.length, i -> trends[i] / count))
                .put(
                        "align_mean_score",
                        each(y.length, i -> Math.abs(means[i]) == count ? means[i] / count : Double.POSITIVE_INFINITY))
                .put("align_unanimous", Plain.flag(trends, trend -> trend == count));
    }

    private static void neighbours(TwinPair pair, Twin twin, int a, int b) {
        var words = a + "_" + b;
        var dirA = twin.get("dir_" + a);
        var dirB = twin.get("dir_" + b);
        twin.put("align_trend_" + words, each(pair.rows(), i -> dirA[i] * dirB[i]))
                .put(
                        "align_mean_" + words,
                        minus(pair.over(pair.y(), a, Plain::mean), pair.over(pair.y(), b, Plain::mean)))
                .put("align_pos_diff_" + words, minus(twin.get("pos_" + a), twin.get("pos_" + b)))
                .put("align_zscore_diff_" + words, minus(twin.get("zscore_" + a), twin.get("zscore_" + b)));
    }
}
