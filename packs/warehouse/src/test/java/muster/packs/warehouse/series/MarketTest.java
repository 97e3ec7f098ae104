package muster.packs.warehouse.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarketTest {
    private static final List<String> CURRENCIES = List.of("eur", "gbp", "usd", "jpy");

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void everyTriangleClosesToTheLastBit(long seed) {
        var market = market(seed, 0.5, 5000);

        for (var pair : List.of("gbp usd", "usd jpy", "gbp jpy")) {
            var first = market.logs("eur" + pair.substring(0, 3));
            var second = market.logs(pair.replace(" ", ""));
            var third = market.logs("eur" + pair.substring(4));
            for (int row = 0; row < first.length; row++) {
                assertThat(first[row] + second[row]).isEqualTo(third[row]);
                assertThat(Math.exp(first[row]) * Math.exp(second[row])).isCloseTo(Math.exp(third[row]), within(1e-14));
            }
        }
    }

    @Test
    void theReverseOfAPairIsItsInverse() {
        var market = market(1, 0.5, 100);

        assertThat(market.logs("usdeur")[99]).isEqualTo(-market.logs("eurusd")[99]);
    }

    @Test
    void theSameSeedGivesTheSameSeriesAndAnotherAnother() {
        assertThat(market(7, 0.3, 100).logs("eurusd"))
                .isEqualTo(market(7, 0.3, 100).logs("eurusd"));
        assertThat(market(7, 0.3, 100).logs("eurusd"))
                .isNotEqualTo(market(8, 0.3, 100).logs("eurusd"));
    }

    @ParameterizedTest(name = "correlation {0}")
    @ValueSource(doubles = {0, 0.3, 0.8})
    void fundsAreCorrelatedAsWasAsked(double correlation) {
        var market = market(5, correlation, 20_000);

        assertThat(correlation(steps(market.asset("spy")), steps(market.asset("gld"))))
                .isCloseTo(correlation, within(0.03));
    }

    @Test
    void aPairMovesAsMuchAsTheRealOnes() {
        var logs = market(3, 0, 50_000).logs("eurusd");
        double sum = 0;
        for (int row = 45; row < logs.length; row++) {
            sum += Math.pow(100 * Math.expm1(logs[row] - logs[row - 45]), 2);
        }

        assertThat(Math.sqrt(sum / (logs.length - 45))).isCloseTo(0.09, within(0.01));
    }

    @Test
    void barsHoldTheirPrices() {
        var random = new java.util.Random(1);
        for (int i = 0; i < 1000; i++) {
            var bar = Bar.of(random.nextGaussian() / 1000, random.nextGaussian() / 1000, random);
            assertThat(bar.high()).isGreaterThanOrEqualTo(Math.max(bar.open(), bar.close()));
            assertThat(bar.low()).isLessThanOrEqualTo(Math.min(bar.open(), bar.close()));
        }
    }

    private static Market market(long seed, double correlation, int rows) {
        var span = new MarketShape.Span(Instant.parse("2025-01-01T00:00:00Z"), Duration.ofMinutes(1), rows);
        return Market.of(new MarketShape(CURRENCIES, List.of("spy", "gld"), correlation, span, seed));
    }

    private static double[] steps(double[] walk) {
        var steps = new double[walk.length - 1];
        java.util.Arrays.setAll(steps, i -> walk[i + 1] - walk[i]);
        return steps;
    }

    private static double correlation(double[] a, double[] b) {
        double ab = 0;
        double aa = 0;
        double bb = 0;
        for (int i = 0; i < a.length; i++) {
            ab += a[i] * b[i];
            aa += a[i] * a[i];
            bb += b[i] * b[i];
        }
        return ab / Math.sqrt(aa * bb);
    }
}
