package muster.packs.warehouse.features;

import static muster.packs.warehouse.features.Plain.correlation;
import static muster.packs.warehouse.features.Plain.deviation;
import static muster.packs.warehouse.features.Plain.each;
import static muster.packs.warehouse.features.Plain.full;
import static muster.packs.warehouse.features.Plain.lag;
import static muster.packs.warehouse.features.Plain.mean;
import static muster.packs.warehouse.features.Plain.minus;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Tables across pairs against the same formulas in plain loops.
class AcrossPairsTest {
    @TempDir
    static Path folder;

    private static Generated made;

    @BeforeAll
    static void aWarehouse() throws Exception {
        made = Generated.in(folder, "families=cov,tri,var,mkt,corr", "rows=400");
    }

    @Test
    void trianglesOfTheSyntheticMarketClose() throws Exception {
        for (var variant : List.of("idx", "bqx")) {
            var error = made.column("tri_agg_" + variant + "_eur_gbp_usd", "tri_error");
            assertThat(Arrays.stream(error)
                            .map(Math::abs)
                            .filter(Double::isFinite)
                            .max()
                            .orElseThrow())
                    .isLessThan(1e-11);
        }
    }

    @Test
    void termsOfRegressionsAreCombined() throws Exception {
        var expected = each(400, i -> 0);
        for (var leg : List.of("eurgbp", "gbpusd", "eurusd")) {
            var term = made.column("reg_bqx_" + leg, "reg_slope_45");
            expected = minus(expected, each(400, i -> leg.equals("eurusd") ? term[i] : -term[i]));
        }
        made.holds("tri_reg_bqx_eur_gbp_usd", "tri_slope_45", expected);
    }

    @Test
    void spreadsAreOfTheValuesOfTheirFamily() throws Exception {
        var a = made.column("mom_idx_eurgbp", "mom_diff_45");
        var b = made.column("mom_idx_eurusd", "mom_diff_45");
        var spread = minus(a, b);
        made.holds("cov_mom_idx_eurgbp_eurusd", "spread", spread);
        made.holds(
                "cov_mom_idx_eurgbp_eurusd",
                "spread_zscore",
                full(spread, 180, w -> (w[179] - mean(w)) / deviation(w)));
        made.holds(
                "cov_lag_idx_eurgbp_eurusd",
                "spread_lag_60",
                lag(
                        minus(made.column("base_idx_eurgbp", "close_idx"), made.column("base_idx_eurusd", "close_idx")),
                        60));
        var rows = each(400, i -> i);
        made.holds("cov_mom_idx_eurgbp_eurusd", "rolling_correlation_45", full(rows, 45, w -> {
            int last = (int) w[44];
            return last < 89
                    ? Double.NaN
                    : correlation(
                            Arrays.copyOfRange(a, last - 44, last + 1), Arrays.copyOfRange(b, last - 44, last + 1));
        }));
    }

    @Test
    void momentumCountsAgainstTheQuote() throws Exception {
        var up = made.column("mom_bqx_gbpusd", "mom_diff_45");
        var down = made.column("mom_bqx_eurgbp", "mom_diff_45");
        made.holds("var_mom_bqx_gbp", "avg_diff_45", each(400, i -> (up[i] - down[i]) / 2));
    }

    @Test
    void theMarketIsTheMeanOfItsPairs() throws Exception {
        var pairs = List.of("eurgbp", "eurusd", "gbpusd");
        var sum = new double[400];
        for (var pair : pairs) {
            var roc = made.column("mom_idx_" + pair, "mom_roc_90");
            Arrays.setAll(sum, i -> sum[i] + roc[i] / 3);
        }
        made.holds("mkt_sentiment_idx", "mkt_avg_momentum_90", sum);
        assertThat(made.column("mkt_vol_bqx", "pairs_count")[399]).isEqualTo(3);
    }

    @Test
    void correlationsWithFundsAreThoseOfChanges() throws Exception {
        var y = made.column("base_idx_eurusd", "close_idx");
        var z = made.column("_muster_series_spy", "close_idx");
        var a = each(400, i -> i == 0 ? Double.NaN : y[i] / y[i - 1] - 1);
        var b = each(400, i -> i == 0 ? Double.NaN : z[i] / z[i - 1] - 1);
        made.holds(
                "corr_etf_idx_eurusd_spy",
                "corr_60min",
                each(
                        400,
                        i -> i < 60
                                ? Double.NaN
                                : correlation(
                                        Arrays.copyOfRange(a, i - 59, i + 1), Arrays.copyOfRange(b, i - 59, i + 1))));
    }
}
