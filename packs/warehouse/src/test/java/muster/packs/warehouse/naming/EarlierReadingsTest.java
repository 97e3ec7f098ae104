package muster.packs.warehouse.naming;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EarlierReadingsTest {
    private static final NamingStandard STANDARD = NamingStandard.m008();

    @ParameterizedTest
    @CsvSource({
        "tri_agg_usd_aud_eur, R1, a missing variant hides no currency",
        "cov_agg_eurusd_audusd_, R1, what stands behind the last separator is a part as well",
        "mkt_vol_bqx_usd, R2, of the market tables it knew names of three parts",
        "lag_bqx_eurusd45, R2, a name may end in a number without a separator",
        "cov_agg_bqx_audcad_audchf_, R2, six parts",
    })
    void whatTheirAuthorsWouldHaveFound(String table, Reading reading, String why) {
        assertThat(violated(table)).as(why).contains(reading);
    }

    @ParameterizedTest
    @CsvSource({
        "tri_agg_bqx_aud_eur_usd_45, R1, a window is no currency",
        "tri_agg_aud_eur_usd, R1, sorted",
        "cov_agg_audusd_eurusd, R1, four parts are not looked at",
        "lag_idx_eurusd_w45x, R2, it does not end in a number",
        "cov_agg_eurusd_audusd_, R2, five parts",
    })
    void whatTheyWouldHaveLetPass(String table, Reading reading, String why) {
        assertThat(violated(table)).as(why).doesNotContain(reading);
    }

    private static Set<Reading> violated(String table) {
        return STANDARD.judge(List.of(table)).getFirst().violated();
    }
}
