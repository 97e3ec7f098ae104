package muster.packs.warehouse.naming;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import muster.packs.warehouse.Facts;
import org.junit.jupiter.api.Test;

class GapTest {
    private static final NamingStandard STANDARD = NamingStandard.m008();

    @Test
    void unorderedPairsCountOnce() {
        var expected = Gap.analysis(STANDARD, List.of()).stream().collect(Collectors.toMap(Gap::form, Gap::expected));

        assertThat(expected)
                .containsEntry("cov_{COVFT}_{VAR}_{PAIR}_{PAIR}", 7 * 2 * (28 * 27 / 2))
                .containsEntry("tri_{TRIFT}_{VAR}_{CUR}_{CUR}_{CUR}", 5 * 2 * (8 * 7 * 6 / 6))
                .containsEntry("{PRIMARY}_{VAR}_{PAIR}", 14 * 2 * 28)
                .containsEntry("corr_etf_{VAR}_{PAIR}_{ETF}", 2 * 28 * 8)
                .doesNotContainKey("corr_{CORRAT}_{VAR}_{PAIR}_{ASSET}");
    }

    @Test
    void whatExistsAndWhatIsMissingMakeUpWhatIsExpected() {
        var tables = Facts.tables();

        var gaps = Gap.analysis(STANDARD, tables);

        assertThat(gaps).allSatisfy(gap -> {
            assertThat(gap.existing() + gap.missing().size()).isEqualTo(gap.expected());
            assertThat(gap.missing()).doesNotContainAnyElementsOf(tables);
        });
        assertThat(gaps.stream().filter(each -> each.form().startsWith("base")).findFirst())
                .hasValueSatisfying(gap -> assertThat(gap.missing()).isEmpty());
    }
}
