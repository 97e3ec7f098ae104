package muster.packs.warehouse.features;

import static muster.packs.warehouse.features.Plain.each;
import static muster.packs.warehouse.features.Plain.lag;
import static muster.packs.warehouse.features.Plain.minus;
import static muster.packs.warehouse.features.Plain.over;

import java.util.Arrays;

/// `mom` and `vol` in plain loops.
final class TwinMoves {

    private TwinMoves() {}

    static Twin mom(TwinPair pair) {
        var twin = new Twin();
        var y = pair.y();
        var step = minus(y, lag(y, 1));
        for (int w : pair.upTo(1440)) {
            var diff = minus(y, lag(y, w));
            var roc = each(y.length, i -> y[i] == diff[i] ? Double.NaN : 100 * diff[i] / (y[i] - diff[i]));
            var path = Plain.some(step, w, x -> Arrays.stream(x).map(Math::abs).sum());
            twin.put("mom_diff_" + w, diff)
                    .put("mom_roc_" + w, roc)
                    .put("mom_dir_" + w, each(y.length, i -> Math.signum(diff[i])))
                    .put("mom_pos_count_" + w, positive(pair, step, w))
                    .put("mom_strength_" + w, over(each(y.length, i -> Math.abs(diff[i])), path))
                    .put(
                            "mom_zscore_" + w,
                            over(minus(diff, pair.over(diff, w, Plain::mean)), pair.over(diff, w, Plain::deviation)))
                    .put("mom_roc_smooth_" + w, pair.over(roc, w, Plain::mean));
        }
        return twin;
    }

    private static double[] positive(TwinPair pair, double[] step, int w) {
        return pair.corrected()
                ? Plain.full(
                        step,
                        w,
                        x -> Arrays.stream(x).filter(value -> value > 0).count())
                : Plain.some(
                        step,
                        w,
                        x -> Arrays.stream(x).filter(value -> value > 0).count());
    }

    static Twin vol(TwinPair pair) {
        var twin = new Twin();
        var y = pair.y();
        var step = pair.momentum()
                ? minus(y, lag(y, 1))
                : each(y.length, i -> i == 0 ? Double.NaN : Math.log(y[i] / y[i - 1]));
        var range = range(pair);
        for (int w : pair.upTo(720)) {
            var mean = pair.over(y, w, Plain::mean);
            var level = each(y.length, i -> Math.abs(mean[i]));
            var realized = pair.over(step, w, Plain::deviation);
            var spread = pair.over(y, w, x -> Plain.max(x) - Plain.min(x));
            twin.put("vol_realized_" + w, realized)
                    .put("vol_atr_" + w, pair.over(range, w, Plain::mean))
                    .put(
                            "vol_range_pct_" + w,
                            each(y.length, i -> level[i] == 0 ? Double.NaN : 100 * spread[i] / level[i]))
                    .put("vol_normalized_" + w, over(pair.over(range, w, Plain::mean), level))
                    .put("vol_of_vol_" + w, pair.over(realized, w, Plain::deviation))
                    .put(
                            "vol_zscore_" + w,
                            over(
                                    minus(realized, pair.over(realized, w, Plain::mean)),
                                    pair.over(realized, w, Plain::deviation)));
        }
        return twin;
    }

    /// Wilder's true range of a bar; of momentum, which has no bars, the size of its change.
    private static double[] range(TwinPair pair) {
        var y = pair.y();
        if (pair.momentum()) {
            return each(y.length, i -> i == 0 ? Double.NaN : Math.abs(y[i] - y[i - 1]));
        }
        var high = pair.bars().get("high_idx");
        var low = pair.bars().get("low_idx");
        return each(
                y.length, i -> i == 0 ? high[0] - low[0] : Math.max(high[i], y[i - 1]) - Math.min(low[i], y[i - 1]));
    }
}
