package muster.packs.warehouse.features;

import static muster.packs.warehouse.features.Plain.each;
import static muster.packs.warehouse.features.Plain.some;

import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The formulas as the notes state them, and what is wrong with them.
class StatedFormulasTest {
    private static final int W = 45;

    @TempDir
    static Path folder;

    private static Generated made;
    private static double[] y;

    @BeforeAll
    static void aWarehouse() throws Exception {
        made = Generated.in(folder, "families=agg,reg,lag,tri,cov", "formula=stated", "rows=400");
        y = made.column("base_idx_eurusd", "close_idx");
    }

    @Test
    void windowsThatAreNotFullUseTheRowsThereAre() throws Exception {
        made.holds("agg_idx_eurusd", "agg_mean_45", some(y, W, Plain::mean));
        made.holds("agg_idx_eurusd", "agg_count_45", each(y.length, i -> Math.min(i + 1, W)));
    }

    @Test
    void theParabolaIsThatOfThreePoints() throws Exception {
        var mean = some(y, W, Plain::mean);
        var first = each(y.length, i -> y[Math.max(0, i - W + 1)]);
        var b2 = each(y.length, i -> (first[i] - 2 * mean[i] + y[i]) / (44.0 * 44 / 2));
        var b1 = each(y.length, i -> (y[i] - first[i]) / 44 - b2[i] * 44);
        made.holds("reg_idx_eurusd", "reg_quad_coef_45", b2);
        made.holds("reg_idx_eurusd", "reg_lin_coef_45", b1);
        made.holds("reg_idx_eurusd", "reg_quad_norm_45", each(y.length, i -> b2[i] * 45 * 45 * 44 * 44 / mean[i]));
    }

    @Test
    void itsResidualOnlyRepeatsItsCoefficientsAndItsR2IsAConstant() throws Exception {
        var b2 = made.column("reg_bqx_eurusd", "reg_quad_coef_45");
        var b1 = made.column("reg_bqx_eurusd", "reg_lin_coef_45");
        var residual = made.column("reg_bqx_eurusd", "reg_residual_45");
        var r2 = made.column("reg_bqx_eurusd", "reg_r2_45");
        for (int i = 200; i < y.length; i++) {
            org.assertj.core.api.Assertions.assertThat(residual[i])
                    .isCloseTo(-(b1[i] + b2[i] * 89), org.assertj.core.api.Assertions.within(1e-9));
            org.assertj.core.api.Assertions.assertThat(r2[i])
                    .isCloseTo(-1.0 / 44, org.assertj.core.api.Assertions.within(1e-9));
        }
    }

    @Test
    void slopesAreThoseOfTheRowNumber() throws Exception {
        var slope = each(y.length, i -> {
            double n = 0;
            double nn = 0;
            double ny = 0;
            double sum = 0;
            for (int j = Math.max(0, i - W + 1); j <= i; j++) {
                n += j + 1;
                nn += (j + 1.0) * (j + 1);
                ny += (j + 1) * y[j];
                sum += y[j];
            }
            return (W * ny - n * sum) / (W * nn - n * n);
        });
        made.holds("reg_idx_eurusd", "reg_slope_45", slope);
    }

    @Test
    void productsOfIndicesAreNoRates() throws Exception {
        var error = made.column("tri_agg_idx_eur_gbp_usd", "tri_error");

        org.assertj.core.api.Assertions.assertThat(Arrays.stream(error).max().orElseThrow())
                .isLessThan(-9_800);
    }

    @Test
    void returnsOfMomentumExplode() throws Exception {
        var share = made.column("lag_bqx_eurusd", "return_lag_45");

        org.assertj.core.api.Assertions.assertThat(Arrays.stream(share)
                        .map(Math::abs)
                        .filter(Double::isFinite)
                        .max()
                        .orElseThrow())
                .isGreaterThan(20);
    }

    @Test
    void spreadsAreTheSameWhateverTheFamily() throws Exception {
        made.holds(
                "cov_mom_idx_eurgbp_eurusd",
                "spread_zscore",
                made.column("cov_vol_idx_eurgbp_eurusd", "spread_zscore"));
    }
}
