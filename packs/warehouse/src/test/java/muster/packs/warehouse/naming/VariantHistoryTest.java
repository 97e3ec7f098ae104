package muster.packs.warehouse.naming;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import muster.plan.Parsed;
import org.junit.jupiter.api.Test;

class VariantHistoryTest {

    @Test
    void ofTwoHistoriesThatKnowANameTheFirstIsBelieved() {
        var standard = standard("""
                standard shop 1
                list VAR idx bqx
                list KIND sum mean
                list REGION north south
                shape sales_{KIND}_{VAR}_{REGION}
                history sales_mean_{REGION} bqx written again last year
                history sales_{KIND}_{REGION} idx as it was at first
                """);

        assertThat(target(standard, "sales_mean_north")).isEqualTo(new Target.Free("sales_mean_bqx_north"));
        assertThat(target(standard, "sales_sum_north")).isEqualTo(new Target.Free("sales_sum_idx_north"));
    }

    private static Target target(NamingStandard standard, String name) {
        return standard.judge(List.of(name)).getFirst().target();
    }

    private static NamingStandard standard(String text) {
        return switch (NamingFile.read("shop.txt", text)) {
            case Parsed.Ok<NamingStandard>(var standard) -> standard;
            case Parsed.Failed<NamingStandard>(var problems) -> throw new AssertionError(problems);
        };
    }
}
