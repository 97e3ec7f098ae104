package muster.risk;

import java.util.ArrayList;
import java.util.List;
import muster.plan.Distribution;

/// Draws durations, in whole seconds. A duration is a function of a normal score; the score is a weighted sum of
/// common factors and a part of the activity's own, so that its variance is 1.
final class Durations {
    private static final double DECILE = 1.2815515655446004;

    private final Ranges ranges;
    private final long[] keys;
    private final double[] own;
    private final Rows loadings;
    private final double[] weights;
    private final long[] factorKeys;

    Durations(Numbering numbering, Distribution distribution) {
        var activities = numbering.activities;
        ranges = new Ranges(
                distribution,
                activities.stream()
                        .map(activity -> Ranges.Range.of(activity.estimate()))
                        .toList());
        keys = activities.stream()
                .mapToLong(activity -> Draws.key(activity.id().value(), Draws.Purpose.DURATION))
                .toArray();
        own = activities.stream()
                .mapToDouble(activity -> Math.sqrt(1 - activity.explained()))
                .toArray();
        var names = activities.stream()
                .flatMap(activity -> activity.loadings().stream())
                .map(Activity.Loading::factor)
                .distinct()
                .sorted()
                .toList();
        factorKeys = names.stream()
                .mapToLong(name -> Draws.key(name, Draws.Purpose.FACTOR))
                .toArray();
        var rows = new ArrayList<List<Integer>>();
        activities.forEach(activity -> rows.add(activity.loadings().stream()
                .map(loading -> names.indexOf(loading.factor()))
                .toList()));
        loadings = Rows.of(rows);
        weights = activities.stream()
                .flatMap(activity -> activity.loadings().stream())
                .mapToDouble(Activity.Loading::weight)
                .toArray();
    }

    int factors() {
        return factorKeys.length;
    }

    boolean isFixed(int activity) {
        return ranges.isFixed(activity);
    }

    /// The greatest duration of an activity.
    double greatest(int activity) {
        return ranges.greatest(activity);
    }

    /// One duration in ten is not longer.
    int lowest(int activity) {
        return rounded(ranges.at(activity, -DECILE));
    }

    /// One duration in ten is not shorter.
    int highest(int activity) {
        return rounded(ranges.at(activity, DECILE));
    }

    void drawFactors(Batch batch) {
        for (int factor = 0; factor < factorKeys.length; factor++) {
            scores(batch, factorKeys[factor], batch.factor, factor * Batch.LANES);
        }
    }

    /// Fills the activity's durations in all lanes; `scratch` is overwritten.
    void draw(int activity, Batch batch, double[] scratch) {
        int at = activity * Batch.LANES;
        if (ranges.isFixed(activity)) {
            int fixed = rounded(ranges.least(activity));
            for (int lane = 0; lane < batch.count; lane++) {
                batch.work[at + lane] = fixed;
            }
            return;
        }
        scores(batch, keys[activity], scratch, 0);
        for (int load = loadings.from(activity); load < loadings.until(activity); load++) {
            add(batch, load, load == loadings.from(activity) ? own[activity] : 1, scratch);
        }
        values(activity, batch, scratch);
    }

    /// The duration in another round; `path` tells the rounds apart.
    int again(int activity, Batch batch, int lane, long path) {
        if (ranges.isFixed(activity)) {
            return rounded(ranges.least(activity));
        }
        double score =
                own[activity] * Normal.score(Draws.bits(batch.iteration[lane], Draws.mix(keys[activity] + path)));
        for (int load = loadings.from(activity); load < loadings.until(activity); load++) {
            score += weights[load] * batch.factor[loadings.values()[load] * Batch.LANES + lane];
        }
        return rounded(ranges.at(activity, score));
    }

    private static void scores(Batch batch, long key, double[] into, int at) {
        for (int lane = 0; lane < batch.count; lane++) {
            into[at + lane] = Normal.score(Draws.bits(batch.iteration[lane], key));
        }
    }

    private void add(Batch batch, int load, double own, double[] scores) {
        int factor = loadings.values()[load] * Batch.LANES;
        double weight = weights[load];
        for (int lane = 0; lane < batch.count; lane++) {
            scores[lane] = own * scores[lane] + weight * batch.factor[factor + lane];
        }
    }

    private void values(int activity, Batch batch, double[] scores) {
        int at = activity * Batch.LANES;
        double least = ranges.least(activity) + 0.5;
        double width = ranges.width(activity);
        var blend = ranges.blend(activity);
        for (int lane = 0; lane < batch.count; lane++) {
            batch.work[at + lane] = (int) (least + width * blend.at(scores[lane]));
        }
    }

    private static int rounded(double seconds) {
        return (int) (seconds + 0.5);
    }
}
