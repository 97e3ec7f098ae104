package muster.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import muster.plan.Distribution;
import muster.plan.Mitigation;
import muster.plan.Money;
import muster.plan.Repeat;
import muster.plan.Share;
import muster.risk.RiskForecast.Ending;
import muster.risk.RiskForecast.Kind;
import org.junit.jupiter.api.Test;

class SimulatorTest {
    private static final Settings EXACTLY = new Settings(1, 20_000, 1, Settings.Stop.AT_THE_END);

    /// The longest of two uniform tasks is finished by a share x of their range with probability x squared.
    @Test
    void statedIntervalsHoldTheTruthInNinetyThreeToNinetySevenOfAHundredProjects() {
        var random = new Random(17);
        int quantiles = 0;
        int proportions = 0;
        for (int project = 0; project < 1000; project++) {
            long width = 50_000L + random.nextInt(50_000);
            double by = 0.3 + 0.65 * random.nextDouble();
            var network = SmallNetwork.uniform()
                    .task("a" + project, 0, 1, width, "")
                    .task("b" + project, 0, 1, width, "")
                    .network();
            var settings = new Settings(project, 500, 1, Settings.Stop.AT_THE_END);
            var forecast = forecast(network, minute(by * width), settings);

            var p80 = forecast.finish().at(0.8);
            var truth = minute(Math.sqrt(0.8) * width);
            quantiles += !p80.low().isAfter(truth) && !p80.high().isBefore(truth) ? 1 : 0;
            proportions += forecast.inTime().low() <= by * by
                            && by * by <= forecast.inTime().high()
                    ? 1
                    : 0;
        }

        assertThat(quantiles).isBetween(930, 970);
        assertThat(proportions).isBetween(930, 970);
    }

    @Test
    void wilsonsIntervalIsThatOfThePublishedFormula() {
        var few = Proportion.of(0, 10);
        var many = Proportion.of(50, 100);

        assertThat(few.low()).isZero();
        assertThat(few.high()).isCloseTo(0.2775, within(1e-4));
        assertThat(many.low()).isCloseTo(0.4038, within(1e-4));
        assertThat(many.high()).isCloseTo(0.5962, within(1e-4));
    }

    @Test
    void aRiskIsABlockerAsOftenAsItHappensAndMovesTheFinish() {
        var network = SmallNetwork.uniform()
                .task("short", 100, "")
                .task("long", 130, "")
                .event("hidden", 0.5, "short", SmallNetwork.delay(20, 20, 20))
                .event("harmful", 0.3, "long", SmallNetwork.delay(60, 60, 60))
                .network();

        var forecast = forecast(network, minute(130), EXACTLY);

        assertThat(forecast.blockers()).extracting("id").containsExactly("harmful", "long");
        var harmful = forecast.blockers().getFirst();
        assertThat(harmful.moves().share()).isCloseTo(0.3, within(0.02));
        assertThat(harmful.delay()).isEqualTo(Duration.ofMinutes(60));
        assertThat(harmful.expected().toSeconds()).isCloseTo(18 * 60, within(80L));
        assertThat(forecast.inTime().share()).isCloseTo(0.7, within(0.01));
    }

    @Test
    void theMeanFinishWithAndWithoutARiskAreTheEndsOfItsBar() {
        var network = SmallNetwork.uniform()
                .task("a", 100, "")
                .event("risk", 0.25, "a", SmallNetwork.delay(40, 40, 40))
                .network();

        var bar = forecast(network, minute(100), EXACTLY).drivers().getFirst();

        assertThat(bar.kind()).isEqualTo(Kind.RISK);
        assertThat(bar.well()).isEqualTo(minute(100));
        assertThat(bar.badly()).isEqualTo(minute(140));
    }

    @Test
    void theMeanFinishInTheLowestAndHighestTenthAreTheEndsOfABarOfWork() {
        var network = SmallNetwork.uniform()
                .task("a", 1000, 1500, 2000, "")
                .task("b", 5, "a")
                .network();

        var bar = forecast(network, minute(1500), EXACTLY).drivers().getFirst();

        assertThat(bar.id()).isEqualTo("a");
        assertThat(Duration.between(minute(1055), bar.well()).abs()).isLessThan(Duration.ofMinutes(3));
        assertThat(Duration.between(minute(1955), bar.badly()).abs()).isLessThan(Duration.ofMinutes(3));
    }

    @Test
    void theLongerOfTwoUniformTasksIsCriticalAndCrucialAccordingly() {
        var network = SmallNetwork.uniform()
                .task("a", 0, 1, 1000, "")
                .task("b", 0, 1, 1000, "")
                .task("c", 500, 501, 1000, "a b")
                .network();

        var forecast = forecast(network, minute(1500), EXACTLY);

        for (var activity : forecast.activities()) {
            boolean last = activity.activity().value().equals("c");
            assertThat(activity.critical().share()).isCloseTo(last ? 1 : 0.5, within(0.015));
            assertThat(activity.cruciality()).isCloseTo(0.522, within(0.02));
        }
    }

    @Test
    void aFailingGateIsABlockerToo() {
        var network = SmallNetwork.uniform()
                .task("work", 50, "")
                .task("gate", 0, "work")
                .again("gate", "work", new Repeat.WithProbability(new Share(0.2), 2))
                .network();

        var blocker = forecast(network, minute(50), EXACTLY).blockers().getFirst();

        assertThat(blocker.kind()).isEqualTo(Kind.GATE);
        assertThat(blocker.moves().share()).isCloseTo(0.2, within(0.02));
        assertThat(blocker.delay()).isEqualTo(Duration.ofMinutes(50));
    }

    @Test
    void aMitigationIsWorthWhatItTakesOffTheEightiethPercentile() {
        var plain = SmallNetwork.uniform().task("a", 100, "").network();
        var mitigation = new Mitigation(new Money(BigDecimal.valueOf(300), "USD"), new Share(0.1));
        var event = new RiskEvent(
                new muster.plan.ItemId("risk"),
                "A risk",
                new Share(0.5),
                java.util.List.of(new muster.plan.TaskId("a")),
                java.util.List.of(),
                SmallNetwork.delay(60, 60, 60),
                mitigation);

        var value = forecast(plain.with(java.util.List.of(event)), minute(100), EXACTLY)
                .mitigations()
                .getFirst();

        assertThat(value.gain()).isEqualTo(Duration.ofMinutes(60));
        assertThat(value.inTime().share()).isCloseTo(0.9, within(0.015));
        assertThat(value.perMoney()).isEqualTo(12);
    }

    @Test
    void itEndsBeforeTheLastIterationOnceTheIntervalIsNarrow() {
        var network = SmallNetwork.uniform().task("a", 0, 50, 1000, "").network();
        var settings = new Settings(1, 1_000_000, 1, Settings.Stop.WHEN_PRECISE);

        var middle = forecast(network, minute(500), settings);
        var sure = forecast(network, minute(990), settings);

        assertThat(middle.extent().ending()).isEqualTo(Ending.PRECISE);
        assertThat(middle.extent().done()).isBetween(38_416, 42_000);
        assertThat(sure.extent().done()).isLessThan(5_000);
    }

    @Test
    void whatWasDoneBeforeItWasEndedIsReportedAsThat() {
        var network = SmallNetwork.uniform().task("a", 0, 50, 1000, "").network();
        var calls = new AtomicInteger();
        var settings = new Settings(1, 1_000_000, 1, Settings.Stop.AT_THE_END);

        var result = Simulator.simulate(
                new Simulator.Question(network, minute(500)), settings, (_, _) -> calls.incrementAndGet() < 3);

        var forecast = ((SimulationResult.Simulated) result).forecast();
        assertThat(forecast.extent().ending()).isEqualTo(Ending.INTERRUPTED);
        assertThat(forecast.extent().done()).isEqualTo(3 * 4096);
        assertThat(forecast.inTime().share()).isCloseTo(0.5, within(0.02));
    }

    @Test
    void theCurveRisesToOne() {
        var network = new SmallNetwork(Distribution.STANDARD)
                .task("a", 10, 50, 1000, "")
                .network();

        var curve = forecast(network, minute(500), EXACTLY).finish().curve();

        assertThat(curve).isSortedAccordingTo(java.util.Comparator.comparing(RiskForecast.Point::at));
        assertThat(curve).isSortedAccordingTo(java.util.Comparator.comparingDouble(RiskForecast.Point::share));
        assertThat(curve.getLast().share()).isEqualTo(1);
    }

    private static RiskForecast forecast(RiskNetwork network, Instant by, Settings settings) {
        var result = Simulator.simulate(new Simulator.Question(network, by), settings, Watch.NOBODY);
        return ((SimulationResult.Simulated) result).forecast();
    }

    private static Instant minute(double minutes) {
        return SmallNetwork.START.plusSeconds(Math.round(minutes * 60));
    }
}
