package muster.packs.warehouse.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import muster.packs.warehouse.call.Arguments;
import muster.packs.warehouse.call.OverBudget;
import muster.packs.warehouse.call.WrongArgument;
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
                .isInstanceOf(WrongArgument.class)
                .hasMessageContaining("p.csv:3:1: not a price")
                .hasMessageContaining("p.csv:4:1: not a price: a price is not negative and has a source");
    }

    @Test
    void aBatchOrADayThatWouldCrossItsLimitIsRefusedAndOneThatMeetsItIsNot() {
        var budget = budget(Map.of("batch-usd", "2", "day-usd", "5"));

        budget.check("a", new BigDecimal("2"), new BigDecimal("3"));
        assertThatThrownBy(() -> budget.check("a", new BigDecimal("2.01"), BigDecimal.ZERO))
                .isInstanceOf(OverBudget.class)
                .hasMessage("over budget: a is estimated at 2.01 USD, more than the 2 of a batch");
        assertThatThrownBy(() -> budget.check("a", new BigDecimal("2"), new BigDecimal("3.01")))
                .isInstanceOf(OverBudget.class)
                .hasMessage("over budget: a is estimated at 2 USD; 3.01 of the day's 5 are spent");
    }

    @Test
    void anAmountIsANumberOfDollars() {
        assertThatThrownBy(() -> budget(Map.of("day-usd", "-1"))).isInstanceOf(WrongArgument.class);
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
