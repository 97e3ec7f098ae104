package muster.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import muster.review.StatedPlan.Measure;
import muster.review.StatedPlan.Total;
import org.junit.jupiter.api.Test;

class ContradictionsTest {

    @Test
    void aPlanWhoseFiguresAgreeHasNone() {
        var plan = plan(
                List.of(phase("1", 1, 2, List.of()), phase("2", 2, 3, List.of("1"))),
                List.of(new Total(Measure.SPAN, "duration_weeks", range(3, 5), 9)),
                List.of("1", "2"));

        assertThat(Contradictions.of(plan)).isEmpty();
    }

    @Test
    void aPlanIsNotShorterThanItsLongestChainOfNeeds() {
        var plan = plan(
                List.of(phase("1", 1, 2, List.of()), phase("2", 2, 3, List.of("1")), phase("3", 1, 1, List.of("1"))),
                List.of(new Total(Measure.SPAN, "duration_weeks", range(1, 2), 9)),
                List.of());

        assertThat(rules(plan)).containsExactly("too-short");
        assertThat(Contradictions.of(plan).getFirst().computed()).contains("1, 2 takes 3-5 weeks");
    }

    @Test
    void aCriticalPathFollowsNeedsAndIsTheLongest() {
        var plan = plan(
                List.of(phase("1", 1, 2, List.of()), phase("2", 2, 3, List.of("1")), phase("3", 1, 1, List.of("1"))),
                List.of(),
                List.of("1", "3", "2"));

        assertThat(rules(plan)).containsExactly("critical-path", "critical-path");
    }

    @Test
    void onlyWhatIsOfTheSameThingIsStatedTwice() {
        var plan = plan(
                List.of(),
                List.of(
                        new Total(Measure.EFFORT, "effort_hours (overview)", range(8, 9), 3),
                        new Total(Measure.EFFORT, "effort_hours (conclusion)", range(8, 10), 7),
                        new Total(Measure.EFFORT, "effort_hours_alone", range(4, 5), 8)),
                List.of());

        assertThat(rules(plan)).containsExactly("stated-twice");
        assertThat(Contradictions.of(plan).getFirst().line()).isEqualTo(7);
    }

    private static Stream<String> rules(StatedPlan plan) {
        return Contradictions.of(plan).stream().map(Contradiction::rule);
    }

    private static StatedPlan plan(List<StatedPlan.Phase> phases, List<Total> totals, List<String> path) {
        return new StatedPlan(phases, List.of(), totals, path, List.of());
    }

    private static StatedPlan.Phase phase(String id, int low, int high, List<String> needs) {
        return new StatedPlan.Phase(
                id, id, range(low, high), null, null, null, needs, List.of(), null, List.of(), Integer.parseInt(id));
    }

    private static Range range(int low, int high) {
        return new Range(new BigDecimal(low), new BigDecimal(high));
    }
}
