package muster.packs.warehouse.naming;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
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
    void theGapsOfTheEstateAreThoseThatLoopsOverTheWordsFind() {
        var tables = new TreeSet<>(Facts.tables());
        var gaps = Gap.analysis(STANDARD, tables);

        var found = new TreeMap<String, Gap>();
        gaps.forEach(gap -> found.put(
                gap.form().startsWith("{PRIMARY}")
                        ? "primary"
                        : gap.form().substring(0, gap.form().indexOf('_')),
                gap));
        assertThat(found.keySet()).isEqualTo(ExpectedNames.all().keySet());
        ExpectedNames.all().forEach((family, expected) -> {
            var gap = found.get(family);
            var there = new TreeSet<>(expected);
            there.retainAll(tables);
            var missing = new TreeSet<>(expected);
            missing.removeAll(tables);
            assertThat(gap.expected()).as(family).isEqualTo(expected.size());
            assertThat(gap.existing()).as(family).isEqualTo(there.size());
            assertThat(gap.missing()).as(family).containsExactlyInAnyOrderElementsOf(missing);
        });
    }

    @Test
    void aTableThatIsTakenAwayIsMissingAndOneBesideTheProductIsBeyondIt() {
        var all = new ArrayList<String>();
        ExpectedNames.all().values().forEach(all::addAll);
        var without = new ArrayList<>(all);
        without.remove("tri_vol_bqx_aud_cad_usd");
        without.add("tri_vol_bqx_usd_cad_aud");

        assertThat(Gap.analysis(STANDARD, all))
                .allSatisfy(gap -> assertThat(gap.missing()).isEmpty());
        assertThat(Gap.analysis(STANDARD, without))
                .filteredOn(gap -> gap.form().startsWith("tri"))
                .singleElement()
                .satisfies(gap -> {
                    assertThat(gap.missing()).containsExactly("tri_vol_bqx_aud_cad_usd");
                    assertThat(gap.beyond()).isEqualTo(1);
                });
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
