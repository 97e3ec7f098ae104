package muster.risk;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import muster.plan.CostRange;
import muster.plan.Distribution;
import muster.plan.Estimate;
import muster.plan.Stretch;

/// Numbers between a least and a greatest value, by normal score: one entry per range. Times are in seconds.
final class Ranges {
    private final double[] least;
    private final double[] width;
    private final QuantileTables.Blend[] blends;

    /// Least, likely and greatest value.
    record Range(double min, double likely, double max) {
        static final Range NONE = new Range(0, 0, 0);
        static final Range ONE = new Range(1, 1, 1);

        static Range of(Estimate estimate) {
            return new Range(seconds(estimate.min()), seconds(estimate.likely()), seconds(estimate.max()));
        }

        static Range of(Stretch stretch) {
            return new Range(stretch.min(), stretch.likely(), stretch.max());
        }

        static Range of(CostRange cost) {
            return new Range(
                    cost.min().amount().doubleValue(),
                    cost.likely().amount().doubleValue(),
                    cost.max().amount().doubleValue());
        }

        private double mode() {
            return max == min ? 0 : (likely - min) / (max - min);
        }

        private static double seconds(Duration duration) {
            return duration.getSeconds() + duration.getNano() * 1e-9;
        }
    }

    Ranges(Distribution distribution, List<Range> ranges) {
        var tables = new QuantileTables(distribution);
        least = ranges.stream().mapToDouble(Range::min).toArray();
        width = ranges.stream().mapToDouble(range -> range.max() - range.min()).toArray();
        blends = IntStream.range(0, ranges.size())
                .mapToObj(range -> tables.of(ranges.get(range).mode()))
                .toArray(QuantileTables.Blend[]::new);
    }

    boolean isFixed(int range) {
        return width[range] == 0;
    }

    double at(int range, double score) {
        return width[range] == 0 ? least[range] : least[range] + width[range] * blends[range].at(score);
    }

    double greatest(int range) {
        return least[range] + width[range];
    }

    /// What does not depend on the score, for loops over many scores.
    double least(int range) {
        return least[range];
    }

    double width(int range) {
        return width[range];
    }

    QuantileTables.Blend blend(int range) {
        return blends[range];
    }
}
