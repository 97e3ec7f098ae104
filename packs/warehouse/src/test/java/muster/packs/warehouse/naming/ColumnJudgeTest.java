package muster.packs.warehouse.naming;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import muster.plan.Parsed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColumnJudgeTest {
    private static final NamingStandard STANDARD = NamingStandard.m008();

    @ParameterizedTest
    @CsvSource({
        "reg_lin_coef_45,     feature,  '',              '',                         KEEP",
        "interval_time,       reserved, 'C1',            '',                         KEEP",
        "bqx_45,              feature,  'C1,C2',         SHAPE,                      RULE_CONFLICT",
        "target_bqx45_h15,    target,   'C1,C2',         WINDOW_MISSING,             RULE_CONFLICT",
        "pair1_lin_term_45,   mandated, 'C1,C2,C3',      FIRST_TOKEN,                RULE_CONFLICT",
        "pair1_val,           none,     'C1,C2,C3,C4',   FIRST_TOKEN|WINDOW_MISSING, EXCEPTION_OR_GRAMMAR",
        "REG-lin_coef_45,     none,     'C1,C2,C3,C4',   CASE|SEPARATOR,             RENAME",
        "hour_cos,            none,     'C1,C2,C3,C4',   WINDOW_MISSING,             EXCEPTION_OR_GRAMMAR",
    })
    void everyColumnHasAVerdictPerReading(String name, String kind, String violated, String codes, Remedy remedy) {
        var verdict = verdict("column_name\n" + name);

        assertThat(verdict.kind()).isEqualTo(kind);
        assertThat(verdict.violated().stream().map(Enum::name).collect(Collectors.joining(",")))
                .isEqualTo(violated);
        assertThat(verdict.flaws().stream().map(each -> each.code().name()).collect(Collectors.joining("|")))
                .isEqualTo(codes);
        assertThat(verdict.remedy()).isEqualTo(remedy);
    }

    @Test
    void twoColumnsThatDifferOnlyInWritingAreTwins() {
        var verdict = verdict("column_name\nReg_lin_coef_45\nreg_lin_coef_45");

        assertThat(verdict.twin()).isEqualTo("reg_lin_coef_45");
        assertThat(verdict.target()).isEqualTo(new Target.Occupied("reg_lin_coef_45"));
    }

    @Test
    void theVariantIsTheNamesOwnBeforeTheDeclared() {
        assertThat(verdict("column_name,declared_variant\nclose_idx,BQX").variant())
                .isEqualTo(Variant.IDX);
        assertThat(verdict("column_name,declared_variant\nagg_mean_45,BQX").variant())
                .isEqualTo(Variant.BQX);
        assertThat(verdict("column_name,declared_variant\nagg_mean_45,OTHER").variant())
                .isEqualTo(Variant.UNDECIDED);
    }

    private static ColumnVerdict verdict(String csv) {
        return switch (NameList.columns("columns.csv", csv)) {
            case Parsed.Ok<NameList>(var list) -> STANDARD.judgeColumns(list).getFirst();
            case Parsed.Failed<NameList>(var problems) -> throw new AssertionError(problems);
        };
    }
}
