package muster.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import muster.packs.warehouse.naming.NamingStandard;
import muster.packs.warehouse.naming.Verdict;
import muster.plan.Claim;
import muster.plan.ItemId;
import muster.plan.Origin;
import muster.probes.data.TableFacts;
import org.junit.jupiter.api.Test;

/// What claims about tables are measured at, on the names of the whole example.
class ObservationsTest {
    @Test
    void claimsAreMeasuredAtTheNamesThatTheInventoryFindsWrong() throws IOException {
        var claims = List.of(
                claim("cov", "COV Rename Script", "tables", Origin.STATED),
                claim("lag", "LAG Consolidation Script", "tables", Origin.STATED),
                claim("var", "VAR Rename Script", "tables", Origin.STATED),
                claim("primary", "Primary Violation Script", "tables", Origin.STATED));

        assertThat(Observations.of(claims, verdicts()))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(id("cov"), at(1_596), id("lag"), at(224), id("var"), at(7), id("primary"), at(364)));
    }

    @Test
    void onlyTheFirstFigureOfASubjectIsAboutThePresent() throws IOException {
        var claims = List.of(
                claim("now", "LAG Consolidation Script", "tables", Origin.STATED),
                claim("aim", "LAG Consolidation Script", "tables", Origin.STATED));

        assertThat(Observations.of(claims, verdicts())).containsOnlyKeys(id("now"));
    }

    @Test
    void whatIsNotStatedOrNotAboutTablesIsNotMeasured() throws IOException {
        var claims = List.of(
                claim("example", "COV", "tables", Origin.EXAMPLE),
                claim("hours", "COV", "hours", Origin.STATED),
                claim("other", "Weather", "tables", Origin.STATED));

        assertThat(Observations.of(claims, verdicts())).isEmpty();
    }

    private static List<Verdict> verdicts() throws IOException {
        var tables = TableFacts.read(SmallExample.whole().resolve("facts")).keySet();
        return NamingStandard.m008().judge(List.copyOf(tables));
    }

    private static Claim claim(String id, String subject, String unit, Origin origin) {
        return new Claim(id(id), subject, BigDecimal.ONE, unit, origin, null);
    }

    private static ItemId id(String id) {
        return new ItemId(id);
    }

    private static BigDecimal at(long value) {
        return BigDecimal.valueOf(value);
    }
}
