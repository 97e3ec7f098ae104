package muster.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Arrays;
import muster.plan.Distribution;
import muster.plan.Estimate;
import muster.plan.Impact;
import muster.plan.Repeat;
import muster.plan.Share;
import muster.plan.Stretch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Simulations against what can be worked out by hand.
class ClosedFormsTest {
    private static final int MANY = 100_000;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void meanAndVarianceOfAChainAreTheSumsOfThoseOfItsTasks(long seed) {
        var chain = new SmallNetwork(Distribution.STANDARD);
        double mean = 0;
        double variance = 0;
        for (int task = 0; task < 20; task++) {
            long min = 60 + 7L * task;
            long likely = min + 20L * task;
            long max = likely + 200;
            chain.task("t" + task, min, likely, max, task == 0 ? "" : "t" + (task - 1));
            double width = max - min;
            double alpha = 1 + 4 * (likely - min) / width;
            double beta = 6 - alpha;
            mean += min + width * alpha / 6;
            variance += width * width * alpha * beta / (36 * 7);
        }

        new Sample(SmallNetwork.minutes(chain.run(seed, MANY))).hasMean(mean, 3).hasVariance(variance, 3);
    }

    @Test
    void triangularTasksHaveTheirTextbookMoments() {
        var one = new SmallNetwork(new Distribution.Triangular()).task("a", 600, 1000, 3000, "");
        double mean = (600 + 1000 + 3000) / 3.0;
        double variance =
                (600.0 * 600 + 1000.0 * 1000 + 3000.0 * 3000 - 600.0 * 1000 - 600.0 * 3000 - 1000.0 * 3000) / 18;

        new Sample(SmallNetwork.minutes(one.run(5, MANY))).hasMean(mean, 3).hasVariance(variance, 3);
    }

    @ParameterizedTest(name = "{0} tasks side by side")
    @ValueSource(ints = {2, 5, 9})
    void theLongestOfSeveralUniformTasksLiesWhereOrderStatisticsSay(int tasks) {
        var parallel = SmallNetwork.uniform();
        for (int task = 0; task < tasks; task++) {
            parallel.task("t" + task, 0, 50, 10_000, "");
        }
        double n = tasks;

        new Sample(SmallNetwork.minutes(parallel.run(11, MANY)))
                .hasMean(10_000 * n / (n + 1), 3)
                .hasVariance(1e8 * n / ((n + 1) * (n + 1) * (n + 2)), 3);
    }

    @Test
    void twoPathsAreBothInTimeWithTheProductOfTheirProbabilities() {
        var paths = SmallNetwork.uniform().task("a", 0, 1, 1000, "").task("b", 500, 501, 1500, "");

        new Sample(SmallNetwork.minutes(paths.run(3, MANY))).hasShare(end -> end <= 800, 0.8 * 0.3, 3);
    }

    @Test
    void everyCombinationOfEventsComesAsOftenAsItsProbability() {
        var risky = SmallNetwork.uniform()
                .task("a", 100, "")
                .task("b", 130, "")
                .task("c", 10, "a b")
                .event("one", 0.3, "a", SmallNetwork.delay(50, 50, 50))
                .event("two", 0.2, "a c", SmallNetwork.delay(7, 7, 7))
                .event("three", 0.6, "b", SmallNetwork.delay(31, 31, 31));

        var ends = new Sample(SmallNetwork.minutes(risky.run(8, MANY)));

        for (int chosen = 0; chosen < 8; chosen++) {
            boolean one = (chosen & 1) > 0;
            boolean two = (chosen & 2) > 0;
            boolean three = (chosen & 4) > 0;
            int end = Math.max(100 + (one ? 50 : 0) + (two ? 7 : 0), 130 + (three ? 31 : 0)) + 10 + (two ? 7 : 0);
            ends.hasShare(each -> each == end, probability(end), 3.5);
        }
    }

    /// Brute force over the eight combinations of the test above.
    private static double probability(int wanted) {
        double sum = 0;
        for (int chosen = 0; chosen < 8; chosen++) {
            boolean one = (chosen & 1) > 0;
            boolean two = (chosen & 2) > 0;
            boolean three = (chosen & 4) > 0;
            int end = Math.max(100 + (one ? 50 : 0) + (two ? 7 : 0), 130 + (three ? 31 : 0)) + 10 + (two ? 7 : 0);
            sum += end == wanted ? (one ? 0.3 : 0.7) * (two ? 0.2 : 0.8) * (three ? 0.6 : 0.4) : 0;
        }
        return sum;
    }

    @Test
    void aStretchMultipliesAllItsTasksAlike() {
        var stretch = new Impact(Estimate.ZERO, new Stretch(1, 2, 3), null);
        var risky =
                SmallNetwork.uniform().task("a", 1000, "").task("b", 1000, "a").event("slow", 1, "a b", stretch);

        new Sample(SmallNetwork.minutes(risky.run(2, MANY))).hasMean(4000, 3).hasVariance(2000.0 * 2000 * 4 / 12, 3);
    }

    @Test
    void aGateThatFailsHasItsWorkDoneAgainAsOftenAsAGeometricVariableSays() {
        var gated = SmallNetwork.uniform()
                .task("build", 60, "")
                .task("test", 30, "build")
                .task("gate", 5, "test")
                .task("ship", 1, "gate")
                .again("gate", "build test", new Repeat.WithProbability(new Share(0.4), 50));

        var ends = new Sample(SmallNetwork.minutes(gated.run(4, MANY)));

        ends.hasMean(1 + 95 / 0.6, 3).hasVariance(95 * 95 * 0.4 / 0.36, 3);
        ends.hasShare(end -> end == 96, 0.6, 3);
        ends.hasShare(end -> end == 96 + 2 * 95, 0.6 * 0.16, 3);
    }

    @Test
    void afterTheLastRoundItIsAccepted() {
        var gated = SmallNetwork.uniform()
                .task("work", 10, "")
                .task("gate", 0, "work")
                .again("gate", "work", new Repeat.WithProbability(new Share(0.5), 3));

        var ends = new Sample(SmallNetwork.minutes(gated.run(4, MANY)));

        ends.hasShare(end -> end == 10, 0.5, 3);
        ends.hasShare(end -> end == 20, 0.25, 3);
        ends.hasShare(end -> end == 30, 0.25, 3);
    }

    @Test
    void roundsOfALoopAreSpreadOverTheirWholeRange() {
        var loop = SmallNetwork.uniform()
                .task("work", 10, "")
                .task("end", 0, "work")
                .again("end", "work", new Repeat.Rounds(2, 3, 5));

        var ends = new Sample(SmallNetwork.minutes(loop.run(4, MANY)));

        for (int rounds = 2; rounds <= 5; rounds++) {
            double minutes = 10 * rounds;
            ends.hasShare(end -> end == minutes, 0.25, 3.5);
        }
    }

    @Test
    void aLoopInsideALoopMultiplies() {
        var nested = SmallNetwork.uniform()
                .task("try", 10, "")
                .task("check", 0, "try")
                .task("review", 0, "check")
                .again("check", "try", new Repeat.WithProbability(new Share(0.5), 100))
                .again("review", "try check", new Repeat.WithProbability(new Share(0.25), 100));

        new Sample(SmallNetwork.minutes(nested.run(6, MANY))).hasMean(10 * 2 / 0.75, 3);
    }

    @Test
    void eachRoundDrawsDurationsOfItsOwn() {
        var loop = SmallNetwork.uniform()
                .task("work", 0, 50, 100, "")
                .task("end", 0, "work")
                .again("end", "work", new Repeat.Rounds(4, 4, 4));

        new Sample(SmallNetwork.minutes(loop.run(12, MANY))).hasMean(200, 3).hasVariance(4 * 1e4 / 12, 3);
    }

    @Test
    void costIsTheSumOfPricesHoursAndEventsInEveryRound() {
        var priced = SmallNetwork.uniform()
                .price(7, 60)
                .task("work", 0, 60, 120, "")
                .price(0, 0)
                .task("end", 0, "work")
                .again("end", "work", new Repeat.Rounds(3, 3, 3));

        new Sample(priced.run(1, MANY).costs()).hasMean(3 * (7 + 60), 3);
    }

    @Test
    void durationsThatShareAFactorCorrelateAsTheModelSays() {
        double squared = 0.6;
        var factor = new Activity.Loading("agent", Math.sqrt(squared));
        var network = SmallNetwork.uniform()
                .loading(factor)
                .task("a", 0, 50, 1000, "")
                .task("b", 0, 50, 1000, "")
                .loading()
                .task("c", 0, 50, 1000, "")
                .network();
        var works = works(network, MANY);
        double ranks = 6 / Math.PI * Math.asin(squared / 2);

        assertThat(Sample.correlation(works[0], works[1])).isCloseTo(ranks, within(0.01));
        assertThat(Sample.correlation(works[0], works[2])).isCloseTo(0, within(0.012));
        new Sample(works[0]).hasMean(500 * 60, 3).hasVariance(60 * 60 * 1e6 / 12, 3);
    }

    @Test
    void aTaskMayDependOnSeveralFactors() {
        var both = new Activity.Loading[] {
            new Activity.Loading("x", Math.sqrt(0.3)), new Activity.Loading("y", Math.sqrt(0.5))
        };
        var network = SmallNetwork.uniform()
                .loading(both)
                .task("a", 0, 50, 1000, "")
                .loading(both[0])
                .task("b", 0, 50, 1000, "")
                .loading(both[1])
                .task("c", 0, 50, 1000, "")
                .network();
        var works = works(network, MANY);

        new Sample(works[0]).hasVariance(60 * 60 * 1e6 / 12, 3);
        assertThat(Sample.correlation(works[0], works[1])).isCloseTo(6 / Math.PI * Math.asin(0.3 / 2), within(0.01));
        assertThat(Sample.correlation(works[0], works[2])).isCloseTo(6 / Math.PI * Math.asin(0.5 / 2), within(0.01));
    }

    @Test
    void aFixedTaskIsFixed() {
        var fixed = SmallNetwork.uniform().task("a", 90, "").run(1, 100);

        assertThat(Arrays.stream(fixed.ends()).distinct())
                .containsExactly((int) Duration.ofMinutes(90).toSeconds());
    }

    /// The durations of the first activities, in seconds, by iteration.
    static double[][] works(RiskNetwork network, int iterations) {
        var layout = Layout.of(network);
        var pass = new Pass(layout, Scenario.of(network));
        var works = new double[layout.size()][iterations];
        for (int first = 0; first < iterations; first += Batch.LANES) {
            int count = Math.min(Batch.LANES, iterations - first);
            pass.run(1, first, count);
            for (int at = 0; at < layout.size() * count; at++) {
                works[at / count][first + at % count] = pass.batch.work[at / count * Batch.LANES + at % count];
            }
        }
        return works;
    }
}
