package muster.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import muster.plan.Parsed;
import muster.plan.Plan;
import muster.yaml.PlanReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// On which day a plan's questions ask to start.
class ForecastingTest {
    private static final Instant START = Instant.parse("2025-12-13T20:30:00Z");

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "Can we start on Dec 14?,               2025-12-14T00:00:00Z",
        "Can it begin on December 15 at last?,  2025-12-15T00:00:00Z",
        "Is Jan. 2 possible?,                   2026-01-02T00:00:00Z",
        "Is 2026-02-28 possible?,               2026-02-28T00:00:00Z",
        "On Dec 16 or rather on Dec 20?,        2025-12-16T00:00:00Z"
    })
    void theFirstDayThatAQuestionNamesIsAskedFor(String question, Instant asked) {
        assertThat(asked(question, START)).isEqualTo(asked);
    }

    @Test
    void aDayWithoutAYearBeforeTheStartIsInTheNextYear() {
        assertThat(asked("Can we start on Dec 12?", START)).isEqualTo(Instant.parse("2026-12-12T00:00:00Z"));
    }

    @Test
    void noneIsAskedForBeforeNow() {
        assertThat(asked("Can we start on Dec 13?", START)).isEqualTo(START);
    }

    @ParameterizedTest
    @CsvSource({"Can we start at all?", "Is version 3 of the 52 tables right?", "Has May gone?"})
    void withoutADayThePlansStartIsAskedFor(String question) {
        assertThat(asked(question, START)).isEqualTo(START);
    }

    @ParameterizedTest
    @CsvSource({
        "Can the 7 scripts be done by Mandate 14?",
        "Is 2026-02-31 possible?",
        "Can we start on Feb 0?",
        "Does Decision 14 stand?"
    })
    void aWordThatIsNoDayIsNotTakenForOne(String question) {
        assertThat(asked(question, START)).isEqualTo(START);
    }

    @Test
    void theLeapDayIsADay() {
        assertThat(asked("On Feb 29?", Instant.parse("2028-01-05T00:00:00Z")))
                .isEqualTo(Instant.parse("2028-02-29T00:00:00Z"));
    }

    private static Instant asked(String question, Instant start) {
        return new Forecasting(plan(question, start), start).asked();
    }

    private static Plan plan(String question, Instant start) {
        var text = """
                muster: 1
                plan: {id: p, title: A plan, start: "%s"}
                questions:
                  - {id: q, number: 1, text: "%s"}
                """.formatted(start, question);
        return switch (PlanReader.read("p.yaml", text.getBytes(StandardCharsets.UTF_8))) {
            case Parsed.Ok<Plan>(var plan) -> plan;
            case Parsed.Failed<Plan>(var problems) -> throw new AssertionError(problems);
        };
    }
}
