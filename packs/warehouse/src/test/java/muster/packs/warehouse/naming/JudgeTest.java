package muster.packs.warehouse.naming;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JudgeTest {
    private static final NamingStandard STANDARD = NamingStandard.m008();

    @Test
    void ofNamesThatDifferInCaseEachIsTakenForTheOther() {
        for (var names :
                List.of(List.of("Agg_bqx_eurusd", "agg_bqx_eurusd"), List.of("agg_bqx_eurusd", "Agg_bqx_eurusd"))) {
            var verdicts = STANDARD.judge(names).stream().collect(Collectors.toMap(Verdict::table, each -> each));

            var capital = verdicts.get("Agg_bqx_eurusd");
            assertThat(capital.target()).isEqualTo(new Target.Occupied("agg_bqx_eurusd"));
            assertThat(capital.remedy()).isEqualTo(Remedy.DECIDE_WHICH_IS_CURRENT);
            assertThat(verdicts.get("agg_bqx_eurusd").remedy()).isEqualTo(Remedy.KEEP);
        }
    }

    @Test
    void aTwinIsTheTableOfThatVeryNameBeforeOneThatDiffersInCase() {
        var verdicts =
                STANDARD.judge(List.of("corr_etf_IDX_eurusd_spy", "corr_etf_idx_eurusd_spy", "corr_ibkr_eurusd_spy"));

        assertThat(verdicts.getLast().twin()).isEqualTo("corr_etf_idx_eurusd_spy");
        assertThat(verdicts.getLast().target()).isEqualTo(new Target.None());
    }

    @ParameterizedTest
    @CsvSource({"cov_agg_idx_bqx_audcad_audchf", "lag_idx_bqx_eurusd_45", "bqx_lag_eurusd_idx", "Var_IDX_agg_bqx_gbp"})
    void aNameOfBothVariantsSaysNeither(String table) {
        var verdict = verdict(table);

        assertThat(verdict.variant()).isEqualTo(Variant.UNDECIDED);
        assertThat(verdict.evidence()).isEqualTo("the name says idx and bqx");
        assertThat(verdict.target()).isEqualTo(new Target.None());
        assertThat(verdict.remedy()).isIn(Remedy.RULE_CONFLICT, Remedy.ADD_RULE);
    }

    @ParameterizedTest
    @CsvSource({"tmp_eurusd_45", "tmp_eurusd_gbpusd", "TMP_eurusd", "tmp", "tmp_hour_eurusd"})
    void calendarTablesAreNeverGivenAVariant(String table) {
        assertThat(verdict(table).variant()).isEqualTo(Variant.NONE);
        assertThat(verdict(table).target()).isEqualTo(new Target.None());
        assertThat(verdict(table).remedy()).isEqualTo(Remedy.EXCEPTION_OR_GRAMMAR);
    }

    @ParameterizedTest
    @CsvSource({
        "lag_90, VARIANT_MISSING|WINDOW_SUFFIX",
        "corr_bqx_ibkr_eurusd_tlt, SHAPE",
        "corr_bqx_eurusd_tlt, SHAPE",
        "corr_bqx_ibkr_eurusd_tlt_spy, UNKNOWN_COMPONENT",
        "corr_tlt_bqx_eurusd_spy, UNKNOWN_COMPONENT",
        "corr_bqx_ibkr_eurusd_goldbar, UNKNOWN_COMPONENT",
    })
    void namesTheMistake(String table, String codes) {
        assertThat(verdict(table).codes().stream().map(Code::name).collect(Collectors.joining("|")))
                .isEqualTo(codes);
    }

    @Test
    void anUnknownWordIsPointedAtAndNotTheAsset() {
        assertThat(verdict("corr_foo_bqx_eurusd_tlt").flaws())
                .containsExactly(new Flaw(Code.UNKNOWN_COMPONENT, 6, 3, "foo"));
    }

    @Test
    void whatHasNoTargetIsNotConsolidated() {
        assertThat(verdict("regime_bqx_eurxxx_45").remedy()).isEqualTo(Remedy.RULE_CONFLICT);
        assertThat(verdict("regime_bqx_eurusd_45").remedy()).isEqualTo(Remedy.CONSOLIDATE);
    }

    private static Verdict verdict(String table) {
        return STANDARD.judge(List.of(table)).getFirst();
    }
}
