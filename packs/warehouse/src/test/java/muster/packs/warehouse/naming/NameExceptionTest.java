package muster.packs.warehouse.naming;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import muster.plan.Parsed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NameExceptionTest {

    @ParameterizedTest(name = "on {0}")
    @CsvSource({"2025-12-31,false", "2026-01-01,true", "2026-01-31,true", "2026-02-01,false"})
    void anExceptionHoldsFromItsFirstDayUntilTheDayBeforeItsLast(LocalDate day, boolean holds) {
        var violated =
                standard().on(day).judge(List.of("import_north")).getFirst().violated();

        assertThat(violated).isEqualTo(holds ? Set.of(Reading.R4) : Set.of(Reading.R4, Reading.R5));
    }

    @Test
    void anObjectionToANameDoesNotDependOnExceptions() {
        assertThat(standard().objection("sales_north")).isNull();
        assertThat(standard().objection("sales_west")).contains("UNKNOWN_COMPONENT", "the form is sales_{REGION}");
    }

    /// The place of the variant lies beyond the end of such a name.
    @ParameterizedTest
    @ValueSource(strings = {"cov", "tri", "csi"})
    void theNameOfAFamilyAloneIsJudged(String family) {
        var verdict = NamingStandard.m008().judge(List.of(family)).getFirst();

        assertThat(verdict.compliant()).isFalse();
        assertThat(verdict.target()).isInstanceOf(Target.None.class);
    }

    private static NamingStandard standard() {
        var text = """
                standard shop 1
                list REGION north south
                shape sales_{REGION}
                exception legacy import_{REGION} approver=owner from=2026-01-01 until=2026-02-01 readings=R5
                """;
        return switch (NamingFile.read("shop.txt", text)) {
            case Parsed.Ok<NamingStandard>(var standard) -> standard;
            case Parsed.Failed<NamingStandard>(var problems) -> throw new AssertionError(problems);
        };
    }
}
