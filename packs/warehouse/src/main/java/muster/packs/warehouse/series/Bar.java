package muster.packs.warehouse.series;

import java.util.Random;

/// Prices of one interval as an index whose first close is 100.
record Bar(double open, double high, double low, double close, long volume) {
    private static final double LEVEL = 100;

    /// How far a price strays beyond open and close within an interval, as a share.
    private static final double STRAY = 0.00005;

    private static final int LEAST_VOLUME = 100;
    private static final int VOLUMES = 900;

    static Bar of(double before, double now, Random random) {
        double open = LEVEL * Math.exp(before);
        double close = LEVEL * Math.exp(now);
        return new Bar(
                open,
                Math.max(open, close) * (1 + STRAY * random.nextDouble()),
                Math.min(open, close) * (1 - STRAY * random.nextDouble()),
                close,
                LEAST_VOLUME + random.nextInt(VOLUMES));
    }
}
