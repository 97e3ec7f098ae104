package muster.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The statistical quality of the counted numbers: along iterations of one key, along keys of one iteration, along
/// seeds.
class DrawsTest {
    private static final int MANY = 1 << 18;

    /// 99.9 % of a chi-square variable with 255 degrees of freedom lies between these.
    private static final double CHI_SQUARE_LOW = 187;

    private static final double CHI_SQUARE_HIGH = 331;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {0, 1, -1, 42, 1L << 40})
    void numbersOfOneKeyAreEvenlySpread(long seed) {
        long key = Draws.key("task-17", Draws.Purpose.DURATION);

        spread(IntStream.range(0, MANY)
                .mapToDouble(iteration -> Draws.share(Draws.bits(Draws.iteration(seed, iteration), key)))
                .toArray());
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {0, 1, -1, 42, 1L << 40})
    void numbersOfOneIterationAreEvenlySpread(long seed) {
        long iteration = Draws.iteration(seed, 7);

        spread(IntStream.range(0, MANY)
                .mapToDouble(
                        task -> Draws.share(Draws.bits(iteration, Draws.key("t" + task, Draws.Purpose.OCCURRENCE))))
                .toArray());
    }

    @Test
    void neighboursInEachDirectionAreIndependent() {
        var seeds = new double[3][MANY];
        for (int at = 0; at < MANY; at++) {
            long iteration = Draws.iteration(3, at);
            seeds[0][at] = Draws.share(Draws.bits(iteration, Draws.key("a", Draws.Purpose.DURATION)));
            seeds[1][at] = Draws.share(Draws.bits(iteration, Draws.key("b", Draws.Purpose.DURATION)));
            seeds[2][at] = Draws.share(Draws.bits(iteration, Draws.key("a", Draws.Purpose.DELAY)));
        }
        var next = IntStream.range(0, MANY)
                .mapToDouble(at -> seeds[0][(at + 1) % MANY])
                .toArray();
        var otherSeed = IntStream.range(0, MANY)
                .mapToDouble(
                        at -> Draws.share(Draws.bits(Draws.iteration(4, at), Draws.key("a", Draws.Purpose.DURATION))))
                .toArray();

        for (var other : new double[][] {seeds[1], seeds[2], next, otherSeed}) {
            assertThat(Sample.correlation(seeds[0], other)).isCloseTo(0, within(4 / Math.sqrt(MANY)));
            pairs(seeds[0], other);
        }
    }

    @Test
    void eachBitIsSetHalfTheTime() {
        var set = new int[64];
        for (int at = 0; at < MANY; at++) {
            long bits = Draws.bits(Draws.iteration(9, at), Draws.key("x", Draws.Purpose.FACTOR));
            for (int bit = 0; bit < 64; bit++) {
                set[bit] += (int) (bits >>> bit & 1);
            }
        }

        assertThat(IntStream.of(set).boxed())
                .allSatisfy(
                        count -> assertThat((double) count / MANY).isCloseTo(0.5, within(4.5 * 0.5 / Math.sqrt(MANY))));
    }

    @Test
    void noNumberComesTwice() {
        var seen = new HashSet<Long>();
        for (int iteration = 0; iteration < 512; iteration++) {
            for (int task = 0; task < 512; task++) {
                seen.add(Draws.bits(Draws.iteration(1, iteration), Draws.key("t" + task, Draws.Purpose.DURATION)));
            }
        }

        assertThat(seen).hasSize(512 * 512);
    }

    @Test
    void shareNeverReachesItsEnds() {
        assertThat(Draws.share(0)).isPositive();
        assertThat(Draws.share(-1)).isLessThan(1);
    }

    private static void spread(double[] shares) {
        new Sample(shares).hasMean(0.5, 4).hasVariance(1.0 / 12, 4);
        assertThat(chiSquare(IntStream.range(0, shares.length)
                        .map(at -> (int) (shares[at] * 256))
                        .toArray()))
                .isBetween(CHI_SQUARE_LOW, CHI_SQUARE_HIGH);
    }

    /// Pairs of numbers fall evenly into the fields of a board of 16 by 16.
    private static void pairs(double[] some, double[] others) {
        assertThat(chiSquare(IntStream.range(0, some.length)
                        .map(at -> 16 * (int) (some[at] * 16) + (int) (others[at] * 16))
                        .toArray()))
                .isBetween(CHI_SQUARE_LOW, CHI_SQUARE_HIGH);
    }

    private static double chiSquare(int[] cells) {
        var counts = new int[256];
        for (int cell : cells) {
            counts[cell]++;
        }
        double expected = cells.length / 256.0;
        double sum = 0;
        for (int count : counts) {
            sum += (count - expected) * (count - expected) / expected;
        }
        return sum;
    }
}
