package muster.packs.warehouse.naming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import muster.packs.warehouse.Facts;
import org.junit.jupiter.api.Test;

class MentionTest {
    private static final KnownTables KNOWN = KnownTables.of(
            NamingStandard.m008(),
            List.of("cov_agg_bqx_audcad_audchf", "tri_agg_idx_aud_eur_usd", "lag_eurusd_45", "base_idx_eurusd"),
            Set.of("PAIR", "CUR"));

    @Test
    void aNameThatIsAlmostOneOfTheTablesIsANearMiss() {
        assertThat(mentions("see cov_agg_bqx_audcad_audchg, `tri_agg_idx_eur_aud_usd` and COV_agg_bqx_audcad_audchf"))
                .containsExactly(
                        "d.md:1:5 cov_agg_bqx_audcad_audchg -> cov_agg_bqx_audcad_audchf",
                        "d.md:1:33 tri_agg_idx_eur_aud_usd -> tri_agg_idx_aud_eur_usd",
                        "d.md:1:62 COV_agg_bqx_audcad_audchf -> cov_agg_bqx_audcad_audchf");
    }

    @Test
    void aNameLikeNoneOfTheTablesIsAPhantom() {
        assertThat(mentions("one\nthe table var_mom_idx_nzd holds it"))
                .containsExactly("d.md:2:11 var_mom_idx_nzd -> null");
    }

    @Test
    void tablesColumnsAndNamesWithHolesAreNoPhantoms() {
        assertThat(
                        mentions(
                                "lag_eurusd_45 has reg_lin_term_45; cov_agg_bqx_{pair} and scripts/cov_lag_eurusd.py, some_other_name"))
                .isEmpty();
    }

    /// Each is compared with every table of its family.
    @Test
    void manyNamesTakeNoLongerThanAWhile() {
        var tables = Facts.tables();
        var known = KnownTables.of(NamingStandard.m008(), tables, Set.of("PAIR", "CUR"));
        var text = tables.stream().map(each -> each + "x").collect(Collectors.joining("\n"));

        var mentions = assertTimeout(Duration.ofSeconds(20), () -> Mention.in("d.md", text, known));

        assertThat(mentions)
                .hasSizeGreaterThan(5_000)
                .allSatisfy(each -> assertThat(each.name()).isEqualTo(each.meant() + "x"));
    }

    private static List<String> mentions(String text) {
        return Mention.in("d.md", text, KNOWN).stream()
                .map(each -> each.at() + " " + each.name() + " -> " + each.meant())
                .toList();
    }
}
