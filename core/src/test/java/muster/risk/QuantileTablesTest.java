package muster.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import muster.plan.Distribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The tables against references that share nothing with them: densities integrated by Simpson's rule, formulas.
class QuantileTablesTest {
    private static final int PARTS = 40_000;

    @ParameterizedTest(name = "mode {0}")
    @ValueSource(doubles = {0, 0.002, 0.1, 0.25, 0.37, 0.5, 0.71, 0.999, 1})
    void theQuantileOfPertLiesWhereTheIntegratedDensitySaysSo(double mode) {
        var blend = new QuantileTables(Distribution.STANDARD).of(mode);
        DoubleUnaryOperator density = x -> Math.pow(x, 4 * mode) * Math.pow(1 - x, 4 * (1 - mode));
        double whole = integral(density, 0, 1);

        for (double score : new double[] {-3, -1.5, -0.7, 0, 0.4, 1.1, 2.9}) {
            double reference = integral(density, 0, blend.at(score)) / whole;

            assertThat(reference).as("score " + score).isCloseTo(share(score), within(6e-5));
        }
    }

    @ParameterizedTest(name = "weight {0}")
    @ValueSource(doubles = {1, 2.5, 20, 100})
    void otherWeightsOfPertAreAsExact(double weight) {
        var blend = new QuantileTables(new Distribution.Pert(weight)).of(0.3);
        DoubleUnaryOperator density = x -> Math.pow(x, weight * 0.3) * Math.pow(1 - x, weight * 0.7);
        double whole = integral(density, 0, 1);

        for (double score : new double[] {-2, -0.3, 0.8, 2.5}) {
            assertThat(integral(density, 0, blend.at(score)) / whole).isCloseTo(share(score), within(2e-4));
        }
    }

    @ParameterizedTest(name = "mode {0}")
    @ValueSource(doubles = {0, 0.003, 0.2, 0.5, 0.61, 1})
    void theTriangularQuantileIsThatOfItsFormula(double mode) {
        var blend = new QuantileTables(new Distribution.Triangular()).of(mode);

        for (double score : new double[] {-3, -1, 0, 0.5, 2, 3.3}) {
            double value = blend.at(score);
            double below = value < mode ? value * value / mode : 1 - (1 - value) * (1 - value) / (1 - mode);

            assertThat(mode == 1 ? value * value : below).isCloseTo(share(score), within(2e-4));
        }
    }

    @Test
    void theUniformQuantileIsTheShareItself() {
        var blend = new QuantileTables(new Distribution.Uniform()).of(0.123);

        DoubleStream.of(-4, -2, -0.1, 0, 1, 3)
                .forEach(score -> assertThat(blend.at(score)).isCloseTo(share(score), within(4e-5)));
    }

    @Test
    void noValueLeavesTheIntervalHoweverFarTheScore() {
        for (var distribution :
                new Distribution[] {Distribution.STANDARD, new Distribution.Triangular(), new Distribution.Uniform()}) {
            var blend = new QuantileTables(distribution).of(0.4);

            assertThat(blend.at(-40)).isBetween(0.0, 0.01);
            assertThat(blend.at(40)).isBetween(0.99, 1.0);
        }
    }

    @Test
    void scoresAreNormal() {
        int draws = 1 << 20;
        var sorted = IntStream.range(0, draws)
                .mapToDouble(at -> Normal.score(evenly(at, draws)))
                .sorted()
                .toArray();

        for (int at = 1000; at < draws; at += 9973) {
            assertThat(share(sorted[at])).isCloseTo((at + 0.5) / draws, within(2e-6));
        }
    }

    @Test
    void theShareBelowAScoreIsThatOfTheIntegratedDensity() {
        for (double score : new double[] {-6, -4, -3.01, -2.99, -1, 0, 0.5, 3, 5}) {
            double reference = integral(x -> Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI), -12, score);

            assertThat(Normal.below(score) / reference).isCloseTo(1, within(1e-9));
        }
    }

    /// Bits whose shares lie evenly between 0 and 1, folded as the table expects them: sign, then distance.
    private static long evenly(int at, int draws) {
        double half = Math.abs((at + 0.5) / draws - 0.5);
        long magnitude = (long) ((0.5 - half) * 0x1.0p64);
        return at * 2L < draws ? magnitude : magnitude | Long.MIN_VALUE;
    }

    private static double share(double score) {
        return integral(x -> Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI), -12, score);
    }

    private static double integral(DoubleUnaryOperator density, double from, double until) {
        double step = (until - from) / PARTS;
        return IntStream.range(0, PARTS)
                .mapToDouble(part -> {
                    double at = from + part * step;
                    return step
                            / 6
                            * (density.applyAsDouble(at)
                                    + 4 * density.applyAsDouble(at + step / 2)
                                    + density.applyAsDouble(at + step));
                })
                .sum();
    }
}
