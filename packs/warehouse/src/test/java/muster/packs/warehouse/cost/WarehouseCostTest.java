package muster.packs.warehouse.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import muster.packs.warehouse.call.Arguments;
import muster.packs.warehouse.call.OverBudget;
import muster.packs.warehouse.call.WrongArgument;
import muster.packs.warehouse.call.WrongFile;
import org.junit.jupiter.api.Test;

class WarehouseCostTest {
    private static final Price BIGQUERY = price("bigquery-on-demand");

    @Test
    void aTableIsBilledAtLeastTenMebibytes() {
        assertThat(Estimate.of(List.of(1L, 20L << 20), BIGQUERY).billed()).isEqualTo((10L << 20) + (20L << 20));
    }

    @Test
    void aTebibyteCostsWhatTheTableOfPricesSaysAndAPartIsRoundedUp() {
        assertThat(BIGQUERY.of(1L << 40).amount()).isEqualByComparingTo("6.25");
        assertThat(BIGQUERY.of(1).amount()).isEqualByComparingTo("0.0001");
        assertThat(price("none").of(1L << 50).amount()).isEqualByComparingTo("0");
    }

    @Test
    void everyPriceHasASourceAndADay() throws Exception {
        assertThat(Prices.read(null).prices()).hasSize(2).allSatisfy(each -> {
            assertThat(each.source()).isNotBlank();
            assertThat(each.taken()).isNotNull();
        });
    }

    @Test
    void mistakesInATableOfPricesHaveAPlace() {
        var text =
                "name,usd_per_tib,least_bytes_per_table,source,taken\na,1,0,x,2026-01-01\nb,much,0,x,2026-01-01\nc,1,0,,2026-01-01";

        assertThatThrownBy(() -> Prices.parse("p.csv", text))
                .isInstanceOf(WrongFile.class)
                .hasMessageContaining("p.csv:3:1: not a price")
                .hasMessageContaining("p.csv:4:1: not a price: a price is not negative and has a source");
    }

    @Test
    void aBatchOrADayThatWouldCrossItsLimitIsRefusedAndOneThatMeetsItIsNot() {
        var budget = budget(Map.of("batch-usd", "2", "day-usd", "5", "day-zone", "Europe/Vienna"));
        var day = LocalDate.of(2026, 3, 29);

        budget.check("a", usd("2"), usd("3"), day);
        assertThatThrownBy(() -> budget.check("a", usd("2.01"), usd("0"), day))
                .isInstanceOf(OverBudget.class)
                .hasMessage("over budget: a is estimated at 2.01 USD, more than the 2 of a batch\n"
                        + "Maybe raise batch-usd, or take less at a time");
        assertThatThrownBy(() -> budget.check("a", usd("2"), usd("3.01"), day))
                .isInstanceOf(OverBudget.class)
                .hasMessage(
                        "over budget: a is estimated at 2 USD; 3.01 of the day's 5 are spent\n"
                                + "Maybe go on after 2026-03-29T22:00:00Z, when a day begins in Europe/Vienna, or raise day-usd");
    }

    @Test
    void aDayOfTheZoneMayHaveTwentyThreeHours() {
        var vienna = budget(Map.of("day-zone", "Europe/Vienna"));

        assertThat(vienna.dayOf(Instant.parse("2026-03-28T22:59:59Z"))).isEqualTo(LocalDate.of(2026, 3, 28));
        assertThat(vienna.dayOf(Instant.parse("2026-03-28T23:00:00Z"))).isEqualTo(LocalDate.of(2026, 3, 29));
        assertThat(vienna.beginOf(LocalDate.of(2026, 3, 30))).isEqualTo(Instant.parse("2026-03-29T22:00:00Z"));
    }

    @Test
    void everyMeasureHasALimitOfABatchAndOfADay() {
        assertThat(Budget.and(List.of("x")))
                .containsExactly(
                        "x",
                        "batch-objects",
                        "batch-rows",
                        "batch-bytes",
                        "batch-seconds",
                        "batch-usd",
                        "day-objects",
                        "day-rows",
                        "day-bytes",
                        "day-seconds",
                        "day-usd",
                        "day-zone");
    }

    private static Amounts usd(String amount) {
        return new Amounts(Map.of(Measure.USD, new BigDecimal(amount)));
    }

    @Test
    void aLimitIsANumberAndAZoneIsOne() {
        assertThatThrownBy(() -> budget(Map.of("day-usd", "-1"))).isInstanceOf(WrongArgument.class);
        assertThatThrownBy(() -> budget(Map.of("batch-rows", "many"))).isInstanceOf(WrongArgument.class);
        assertThatThrownBy(() -> budget(Map.of("day-zone", "Vienna"))).isInstanceOf(WrongArgument.class);
    }

    private static Budget budget(Map<String, String> arguments) {
        return Budget.of(new Arguments(new TreeMap<>(arguments)));
    }

    private static Price price(String name) {
        try {
            return Prices.read(null).named(name);
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        }
    }
}
