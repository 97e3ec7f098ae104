package muster.packs.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.List;
import muster.packs.warehouse.sql.Capabilities;
import org.junit.jupiter.api.Test;

/// What every engine with transactional DDL has to keep when tables take each other's names.
interface ExchangeContract {
    String A = "cov_agg_bqx_audcad_audchf";
    String B = "cov_agg_idx_audcad_audchf";
    String C = "cov_lag_idx_audcad_audchf";

    /// A warehouse without tables.
    Scratch empty() throws Exception;

    /// Tables of one row, which says how the table was called.
    private Scratch tables(String... names) throws Exception {
        var scratch = empty();
        for (var name : names) {
            scratch.execute("CREATE TABLE \"%1$s\" AS SELECT '%1$s' AS was".formatted(name));
        }
        return scratch;
    }

    private static void mapping(Scratch scratch, String... lines) throws Exception {
        Files.writeString(scratch.folder().resolve("exchange.csv"), "old,new\n" + String.join("\n", lines));
    }

    private static List<String> rename(Scratch scratch, String... more) throws Exception {
        var arguments = new java.util.ArrayList<>(List.of(more));
        arguments.add("mapping=exchange.csv");
        var figures = Scratch.figures(scratch.performAs("x", "rename", arguments.toArray(String[]::new)));
        return List.of(
                java.util.Objects.requireNonNull(figures.get("renamed")),
                java.util.Objects.requireNonNull(figures.get("decisions")));
    }

    @Test
    default void twoPairsOfTablesExchangeTheirNamesAndGetThemBack() throws Exception {
        var scratch = tables(A, B, C, "cov_lag_bqx_audcad_audchf");
        var before = Estates.state(scratch);
        mapping(scratch, A + "," + B, B + "," + A, C + ",cov_lag_bqx_audcad_audchf", "cov_lag_bqx_audcad_audchf," + C);

        assertThat(rename(scratch, "batch=1")).containsExactly("4", "0");

        assertThat(scratch.rows("SELECT was FROM " + A)).containsExactly(B);
        assertThat(scratch.rows("SELECT was FROM " + B)).containsExactly(A);
        assertThat(scratch.catalog().views()).isEmpty();
        Scratch.figures(scratch.perform("validate"));
        assertThat(rename(scratch)).as("the same call again").containsExactly("4", "0");
        assertThat(scratch.rows("SELECT was FROM " + A)).containsExactly(B);
        Scratch.figures(scratch.perform("rollback", "of=x"));
        assertThat(Estates.state(scratch)).isEqualTo(before);
    }

    @Test
    default void aChainOfNamesMovesUpAndOnlyItsFirstNameKeepsAView() throws Exception {
        var scratch = tables("cov_one", B, A);
        var before = Estates.state(scratch);
        mapping(scratch, "cov_one," + B, B + "," + A, A + "," + C);

        assertThat(rename(scratch)).containsExactly("3", "0");

        assertThat(scratch.rows("SELECT was FROM " + C)).containsExactly(A);
        assertThat(scratch.rows("SELECT was FROM " + A)).containsExactly(B);
        assertThat(scratch.rows("SELECT was FROM " + B)).containsExactly("cov_one");
        assertThat(scratch.catalog().views()).containsExactly("cov_one");
        Scratch.figures(scratch.perform("validate"));
        Scratch.figures(scratch.perform("rollback", "of=x"));
        assertThat(Estates.state(scratch)).isEqualTo(before);
    }

    @Test
    default void aChainWhoseLastTableHasToStayDoesNotMove() throws Exception {
        var scratch = tables("cov_one", B, A);
        mapping(scratch, "cov_one," + B, B + "," + A, A + ",no_standard_name");

        assertThat(rename(scratch)).containsExactly("0", "3");

        assertThat(scratch.catalog().tables()).containsExactly(A, B, "cov_one");
    }

    @Test
    default void aReaderOfAnExchangedNameWorksOnOrTheExchangeWaits() throws Exception {
        var scratch = tables(A, B);
        scratch.execute("CREATE VIEW reader AS SELECT * FROM " + A);
        mapping(scratch, A + "," + B, B + "," + A);

        var follows = Estates.capabilities(scratch).views() == Capabilities.Views.FOLLOW;
        assertThat(rename(scratch)).containsExactly(follows ? "2" : "0", follows ? "0" : "2");

        assertThat(scratch.rows("SELECT was FROM reader")).containsExactly(A);
    }

    @Test
    default void aKillInAnExchangeIsMadeGoodByCallingAgain() throws Exception {
        for (int calls = 1; ; calls += 2) {
            var scratch = tables(A, B);
            mapping(scratch, A + "," + B, B + "," + A);
            var killed = new KilledAccess(scratch.access(), calls);
            scratch.performBy(killed, "x", "rename", "mapping=exchange.csv");
            if (!killed.isDead()) {
                assertThat(calls).isGreaterThan(10);
                return;
            }
            rename(scratch);
            assertThat(scratch.rows("SELECT was FROM " + A))
                    .as("killed at call " + calls)
                    .containsExactly(B);
        }
    }
}
