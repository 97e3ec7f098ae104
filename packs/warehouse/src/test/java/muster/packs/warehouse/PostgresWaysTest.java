package muster.packs.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import muster.run.ActionResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Changes of PostgreSQL among other people's transactions, views, grants and policies.
class PostgresWaysTest {
    private static final String OLD = WarehouseContract.OLD;
    private static final String NEW = WarehouseContract.NEW;

    @TempDir
    Path folder;

    private Scratch tables(String... names) throws Exception {
        return Estates.covTables(PostgresScratch.empty(folder), names);
    }

    private static String question(Scratch scratch) throws SQLException {
        var questions = scratch.rows("SELECT question FROM _muster_decision");
        assertThat(questions).hasSize(1);
        return questions.getFirst();
    }

    private static void failed(ActionResult result, String... words) {
        assertThat(result)
                .isInstanceOfSatisfying(
                        ActionResult.Failed.class,
                        failed -> assertThat(failed.why()).contains(words));
    }

    /// What a role sees, the schema being that of the scratch.
    private static String seenBy(String role, Scratch scratch, String query) throws SQLException {
        try (var connection = scratch.access().open();
                var statement = connection.createStatement()) {
            statement.execute("SET ROLE " + role);
            try (var rows = statement.executeQuery(query)) {
                rows.next();
                return rows.getString(1);
            }
        }
    }

    private static void role(Scratch scratch, String name) throws SQLException {
        scratch.execute(
                "DO $$ BEGIN CREATE ROLE " + name + "; EXCEPTION WHEN duplicate_object THEN NULL; END $$",
                "DO $$ BEGIN EXECUTE 'GRANT USAGE, CREATE ON SCHEMA ' || current_schema() || ' TO " + name
                        + "'; END $$");
    }

    @Test
    void whoMayReadATableMayReadItByItsOldNameAndSeesNoMore() throws Exception {
        var scratch = tables(OLD, "cov_agg_audcad_audchf", "cov_mom_audcad_audchf");
        role(scratch, "reader");
        role(scratch, "owner");
        scratch.execute(
                "GRANT SELECT ON " + OLD + " TO reader",
                "ALTER TABLE cov_mom_audcad_audchf OWNER TO owner",
                "ALTER TABLE " + OLD + " ENABLE ROW LEVEL SECURITY",
                "CREATE POLICY few ON " + OLD + " USING (val1 > 102)");

        Scratch.figures(scratch.perform("rename"));

        assertThat(seenBy("reader", scratch, "SELECT count(*) FROM " + NEW)).isEqualTo("2");
        assertThat(seenBy("reader", scratch, "SELECT count(*) FROM " + OLD)).isEqualTo("2");
        assertThatThrownBy(() -> seenBy("reader", scratch, "SELECT count(*) FROM cov_agg_audcad_audchf"))
                .hasMessageContaining("permission denied");
        scratch.execute("REVOKE SELECT ON " + NEW + " FROM reader");
        assertThatThrownBy(() -> seenBy("reader", scratch, "SELECT count(*) FROM " + OLD))
                .hasMessageContaining("permission denied");
        assertThat(seenBy("owner", scratch, "SELECT count(*) FROM cov_mom_audcad_audchf"))
                .isEqualTo("5");
        Scratch.figures(scratch.perform("views", "do=drop", "at=2026-02-01T00:00:00Z"));
        assertThat(scratch.catalog().views()).isEmpty();
    }

    @Test
    void whatATableHasBesidesItsRowsComesBackWithItsName() throws Exception {
        var scratch = tables(OLD);
        role(scratch, "reader");
        scratch.execute(
                "ALTER TABLE " + OLD + " ADD COLUMN id INTEGER GENERATED ALWAYS AS IDENTITY,"
                        + " ADD COLUMN twice BIGINT GENERATED ALWAYS AS (val1 * 2) STORED, ALTER val1 SET DEFAULT 7,"
                        + " ADD PRIMARY KEY (interval_time), ADD CHECK (val1 > 0)",
                "CREATE INDEX by_value ON " + OLD + "(val1)",
                "COMMENT ON TABLE " + OLD + " IS 'kept'",
                "GRANT SELECT ON " + OLD + " TO reader",
                "ALTER TABLE " + OLD + " ENABLE ROW LEVEL SECURITY");
        var all =
                "SELECT relname, relacl, relrowsecurity, relowner, obj_description(oid), (SELECT string_agg(indexrelid::regclass"
                        + "::TEXT, ',' ORDER BY indexrelid) FROM pg_index WHERE indrelid = c.oid), (SELECT string_agg(conname, ','"
                        + " ORDER BY conname) FROM pg_constraint WHERE conrelid = c.oid), (SELECT string_agg(attname::TEXT || attidentity::TEXT"
                        + " || attgenerated::TEXT || atthasdef, ',' ORDER BY attnum) FROM pg_attribute WHERE attrelid = c.oid)"
                        + " FROM pg_class c WHERE relkind = 'r' AND relnamespace = current_schema()::regnamespace AND relname LIKE 'cov%'";
        var before = scratch.rows(all);

        Scratch.figures(scratch.perform("rename"));
        scratch.execute("INSERT INTO " + OLD + "(interval_time) VALUES (TIMESTAMP '2030-01-01')");
        assertThat(scratch.rows("SELECT val1, twice, id FROM " + NEW + " WHERE interval_time > TIMESTAMP '2029-01-01'"))
                .containsExactly("7|14|6");
        Scratch.figures(scratch.performAs("u", "rollback", "of=run-1"));

        assertThat(scratch.rows(all)).isEqualTo(before);
    }

    @Test
    void aTableThatSomebodyElseRenamesMeanwhileIsNotMistakenForTheViewUnderItsName() throws Exception {
        var scratch = tables(OLD, "cov_agg_audcad_audchf");
        Files.writeString(folder.resolve("other.csv"), "old,new\n" + OLD + ",cov_lag_bqx_audcad_audchf\n");
        var way = new Interference(scratch.access(), "DELETE FROM _muster_decision", () -> {
            try {
                Scratch.figures(scratch.performAs("other", "rename", "mapping=other.csv"));
            } catch (InterruptedException e) {
                throw new SQLException(e);
            }
        });

        var figures = Scratch.figures(scratch.performBy(way, "run-1", "rename"));

        assertThat(figures).containsEntry("renamed", "1").containsEntry("decisions", "1");
        assertThat(question(scratch)).contains("somebody else renamed or replaced it; call again");
        assertThat(scratch.catalog().tables())
                .containsExactly("cov_agg_bqx_audcad_audchf", "cov_lag_bqx_audcad_audchf");
        Scratch.figures(scratch.performAs("u", "rollback", "of=other"));
        Scratch.figures(scratch.performAs("u", "rollback", "of=run-1"));
        assertThat(scratch.catalog().tables()).containsExactly("cov_agg_audcad_audchf", OLD);
    }

    @Test
    void twoCallsOfOneKeyAreNotAtWorkAtOnce() throws Exception {
        var scratch = tables(OLD, "cov_agg_audcad_audchf");
        var second = new ArrayList<ActionResult>();
        var way = new Interference(scratch.access(), "DELETE FROM _muster_decision", () -> {
            try {
                second.add(scratch.performAs("run-1", "rollback", "of=run-1"));
                second.add(scratch.performAs("run-1", "rename"));
            } catch (InterruptedException e) {
                throw new SQLException(e);
            }
        });

        Scratch.figures(scratch.performBy(way, "run-1", "rename"));

        assertThat(second).hasSize(2);
        second.forEach(each -> failed(each, "another call of the key 'run-1' is at work in this warehouse"));
        Scratch.figures(scratch.performAs("run-1", "rename"));
    }

    @Test
    void aNameThatASequenceBearsOrATableOfSomebodyElseStopsThatTableAlone() throws Exception {
        var scratch = tables(OLD, "cov_agg_audcad_audchf", "cov_mom_audcad_audchf");
        scratch.execute("CREATE SEQUENCE " + NEW);

        assertThat(Scratch.figures(scratch.perform("rename")))
                .containsEntry("renamed", "2")
                .containsEntry("decisions", "1");
        assertThat(question(scratch))
                .isEqualTo("the engine refuses it: ERROR: relation \"" + NEW + "\" already exists");
    }

    @Test
    void aDryRunTellsWhatIsRefusedAndGoesOn() throws Exception {
        var scratch = tables(OLD, "cov_agg_audcad_audchf", "cov_mom_audcad_audchf");
        scratch.execute("CREATE SEQUENCE " + NEW);
        var told = new ArrayList<String>();

        var figures = Scratch.figures(scratch.rehearse(told, "rename"));

        assertThat(figures).containsEntry("renamed", "2").containsEntry("decisions", "1");
        assertThat(told).contains("ROLLBACK");
        assertThat(scratch.catalog().relations()).doesNotContainKey("_muster_reverse");
    }

    @Test
    void aJournalThatIsDamagedIsNoDecisionOfEachTable() throws Exception {
        var scratch = tables(OLD, "cov_agg_audcad_audchf");
        Scratch.figures(scratch.perform("views"));
        scratch.execute("ALTER TABLE _muster_reverse DROP COLUMN columns");

        failed(scratch.perform("rename"), "_muster_reverse");

        assertThat(scratch.catalog().views()).isEmpty();
    }

    /// Each would cost a second if it were waited for.
    @Test
    void manyTablesThatSomebodyHoldsCostNoSecondEach() throws Exception {
        var names = new ArrayList<String>();
        for (var word : List.of("agg", "align", "lag", "mom", "reg", "vol")) {
            names.add("cov_" + word + "_audcad_audchf");
            names.add("cov_" + word + "_eurusd_gbpusd");
        }
        var scratch = tables(names.toArray(String[]::new));
        try (var reader = scratch.access().open()) {
            held(reader, names.subList(0, 11));
            var begun = Instant.now();

            var figures = Scratch.figures(scratch.perform("rename"));

            assertThat(figures).containsEntry("renamed", "1").containsEntry("decisions", "11");
            assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(8));
        }
    }

    private static void held(Connection connection, List<String> tables) throws SQLException {
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            for (var table : tables) {
                statement.executeQuery("SELECT count(*) FROM " + table).close();
            }
        }
    }

    @Test
    void aViewThatReadsAnOldNameIsToldBeforeAnythingIsUndoneOrDropped() throws Exception {
        var scratch = tables(OLD, "cov_agg_audcad_audchf");
        Scratch.figures(scratch.performAs("r", "rename"));
        scratch.execute("CREATE VIEW report AS SELECT * FROM " + OLD);

        failed(scratch.performAs("u", "rollback", "of=r"), "report reads the view " + OLD, "let it read " + NEW);
        assertThat(Scratch.figures(scratch.perform("views", "do=drop", "at=2026-02-01T00:00:00Z")))
                .containsEntry("dropped", "1");

        assertThat(question(scratch)).contains("it is read by view", "report");
        assertThat(scratch.catalog().views()).containsExactly(OLD, "report");
    }

    @Test
    void anOldNameThatSomebodyReadsIsUndoneOrDroppedLater() throws Exception {
        var scratch = tables(OLD, "cov_agg_audcad_audchf");
        Scratch.figures(scratch.performAs("r", "rename"));
        try (var reader = scratch.access().open()) {
            held(reader, List.of(OLD));

            failed(scratch.performAs("u", "rollback", "of=r"), "somebody else holds one of the 2 tables");
            assertThat(Scratch.figures(scratch.perform("views", "do=drop", "at=2026-02-01T00:00:00Z")))
                    .containsEntry("dropped", "1");
            assertThat(question(scratch)).isEqualTo("somebody else holds it: try again when it is free");
        }
        Scratch.figures(scratch.performAs("u", "rollback", "of=r"));
        assertThat(scratch.catalog().tables()).containsExactly("cov_agg_audcad_audchf", OLD);
    }

    @Test
    void aSourceWithPartitionsIsNeverDropped() throws Exception {
        var scratch = Estates.lagTables(PostgresScratch.empty(folder));
        scratch.execute(
                "ALTER TABLE lag_idx_eurusd_w45 RENAME TO part",
                "CREATE TABLE lag_idx_eurusd_w45 (LIKE part) PARTITION BY RANGE (interval_time)",
                "ALTER TABLE lag_idx_eurusd_w45 ATTACH PARTITION part FOR VALUES FROM ('2025-01-01') TO ('2026-01-01')");
        Scratch.figures(scratch.performAs("c", "consolidate"));
        Scratch.figures(scratch.perform("views", "do=drop", "at=2026-02-01T00:00:00Z"));

        Scratch.figures(scratch.performAs("d", "drop", "of=c", "lost=accept"));
        assertThat(question(scratch)).contains("the partition part depends on _muster_kept_lag_idx_eurusd_w45");
    }

    @Test
    void aSourceThatAViewReadsIsNeverDropped() throws Exception {
        var scratch = Estates.lagTables(PostgresScratch.empty(folder));
        Scratch.figures(scratch.performAs("c", "consolidate"));
        Scratch.figures(scratch.perform("views", "do=drop", "at=2026-02-01T00:00:00Z"));
        scratch.execute("CREATE VIEW report AS SELECT * FROM _muster_kept_lag_eurusd_45");

        Scratch.figures(scratch.performAs("d", "drop", "of=c", "lost=accept"));

        assertThat(question(scratch)).contains("report depends on _muster_kept_lag_eurusd_45");
    }

    @Test
    void aTableThatAnotherKeyGaveTheSameNameMeanwhileIsToldAsThat() throws Exception {
        var scratch = tables(OLD);
        var way = new Interference(scratch.access(), "DELETE FROM _muster_decision", () -> {
            try {
                Scratch.figures(scratch.performAs("other", "rename"));
            } catch (InterruptedException e) {
                throw new SQLException(e);
            }
        });

        Scratch.figures(scratch.performBy(way, "run-1", "rename"));

        assertThat(question(scratch)).contains("somebody else renamed or replaced it; call again");
        assertThat(Scratch.figures(scratch.perform("rename"))).containsEntry("decisions", "0");
    }

    /// PostgreSQL's `IF NOT EXISTS` is no promise when two sessions look at once.
    @Test
    void twoSessionsThatMakeTheJournalAtOnceBothHaveIt() throws Exception {
        var scratch = tables(OLD);
        var way = new Interference(scratch.access(), "CREATE TABLE IF NOT EXISTS _muster_reverse", () -> {
            throw new SQLException("duplicate key value violates unique constraint", "23505");
        });

        assertThat(Scratch.figures(scratch.performBy(way, "run-1", "rename"))).containsEntry("renamed", "1");
        assertThat(way.isDone()).isTrue();
    }
}
