package muster.packs.training.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import muster.packs.training.Desk;
import muster.packs.warehouse.sql.DuckDbFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExtractTest {
    private static final String ROWS =
            " AS SELECT TIMESTAMP '2025-01-01' + i * INTERVAL '1' MINUTE AS interval_time, i * 0.1 AS y FROM range(50) r(i) ORDER BY hash(i)";

    @TempDir
    Path folder;

    private Desk desk;

    @BeforeEach
    void aWarehouse() throws Exception {
        desk = new Desk(folder, new DuckDbFile(folder.resolve("w.duckdb")));
        desk.execute(
                "CREATE TABLE reg_idx_eurusd" + ROWS,
                "CREATE TABLE reg_idx_gbpusd" + ROWS,
                "CREATE TABLE csi_agg_idx_eur" + ROWS,
                "CREATE TABLE csi_agg_idx_aud" + ROWS,
                "CREATE TABLE mkt_vol_idx" + ROWS,
                "CREATE TABLE \"odd name/../x\" (a VARCHAR)",
                "INSERT INTO \"odd name/../x\" VALUES ('it''s'), (NULL), ('')");
    }

    @Test
    void everyTableBecomesAFileInTheOrderOfItsKey() throws Exception {
        var figures = desk.figures("extract", "to=files");

        assertThat(figures)
                .containsEntry("tables", "6")
                .containsEntry("written", "6")
                .containsEntry("rows", "253");
        assertThat(
                        desk.rows(
                                "SELECT count(*) FROM (SELECT y, lag(y) OVER () AS before FROM @files/reg_idx_eurusd.parquet) WHERE y < before"))
                .containsExactly("0");
        assertThat(desk.rows(
                        "SELECT count(*) FROM (FROM reg_idx_eurusd EXCEPT ALL FROM @files/reg_idx_eurusd.parquet)"))
                .containsExactly("0");
        assertThat(folder.resolve("files/odd%20name%2F%2E%2E%2Fx.parquet")).exists();
    }

    @Test
    void aLimitOfTheDayEndsTheExtractionAndTheNextDayGoesOnWithWhatIsMissing() throws Exception {
        var refused = desk.refusal("extract", "to=files", "parallel=1", "day-objects=4");
        desk.execute("UPDATE _muster_cost SET spent = spent - INTERVAL 1 DAY");
        var next = desk.figures("extract", "to=files", "parallel=1", "day-objects=4");

        assertThat(refused).contains("1 objects; 4 of the day's 4 are spent", "Maybe go on after ");
        assertThat(next).containsEntry("tables", "6").containsEntry("written", "2");
        assertThat(desk.rows("SELECT sum(objects) FROM _muster_cost")).containsExactly("6");
    }

    @Test
    void thePairOfATrainingFileNamesItsTables() throws Exception {
        assertThat(desk.figures("extract", "to=files", "pair=eurusd")).containsEntry("tables", "3");
        assertThat(folder.resolve("files")).isDirectoryNotContaining("glob:**gbpusd*");
        assertThat(desk.figures("extract", "to=others", "tables=reg_*,mkt_vol_idx"))
                .containsEntry("tables", "3");
    }

    @Test
    void aSecondCallWritesOnlyWhatIsMissingDamagedOrChanged() throws Exception {
        desk.figures("extract", "to=files");
        Files.delete(folder.resolve("files/mkt_vol_idx.parquet"));
        Files.write(folder.resolve("files/csi_agg_idx_aud.parquet"), new byte[] {1});
        desk.execute("DELETE FROM reg_idx_gbpusd WHERE y > 4");
        var untouched = folder.resolve("files/reg_idx_eurusd.parquet");
        Files.setLastModifiedTime(untouched, FileTime.from(Instant.EPOCH));

        assertThat(desk.figures("extract", "to=files")).containsEntry("written", "3");

        assertThat(Files.getLastModifiedTime(untouched)).isEqualTo(FileTime.from(Instant.EPOCH));
        assertThat(desk.rows("SELECT count(*) FROM @files/reg_idx_gbpusd.parquet"))
                .containsExactly("41");
    }

    @Test
    void aValueThatWasChangedInPlaceIsWrittenAgain() throws Exception {
        desk.figures("extract", "to=files");
        desk.execute("UPDATE reg_idx_eurusd SET y = 7 WHERE y = 4.9");

        assertThat(desk.figures("extract", "to=files")).containsEntry("written", "1");

        assertThat(desk.rows(
                        "SELECT count(*) FROM (FROM reg_idx_eurusd EXCEPT ALL FROM @files/reg_idx_eurusd.parquet)"))
                .containsExactly("0");
    }

    @Test
    void whatWasBeingWrittenWhenTheProcessDiedIsWrittenAgain() throws Exception {
        Files.createDirectories(folder.resolve("files"));
        Files.write(folder.resolve("files/mkt_vol_idx.parquet.partial"), new byte[] {'P', 'A', 'R'});
        Files.writeString(folder.resolve("files/manifest.csv"), "file,rows,bytes,crc32c,from\n\"mkt_vol_idx.par");

        desk.figures("extract", "to=files", "tables=mkt*");

        assertThat(desk.rows("SELECT count(*) FROM @files/mkt_vol_idx.parquet")).containsExactly("50");
        assertThat(Files.readAllLines(folder.resolve("files/manifest.csv"))).hasSize(2);
    }

    @Test
    void aDryRunTellsWhatItWouldDo() throws Exception {
        var told = new ArrayList<String>();

        desk.rehearse(told, "extract", "to=files", "tables=reg_idx_eurusd");

        assertThat(told)
                .containsExactly("-- to %s: SELECT * FROM \"reg_idx_eurusd\" ORDER BY \"interval_time\""
                        .formatted(folder.resolve("files/reg_idx_eurusd.parquet")));
        assertThat(folder.resolve("files")).doesNotExist();
    }

    @Test
    void aWrongCallSaysWhatIsWrong() throws Exception {
        assertThat(desk.refusal("extract")).isEqualTo("to must be given");
        assertThat(desk.refusal("extract", "to=../elsewhere")).contains("must stay inside its folder");
        assertThat(desk.refusal("extract", "to=x", "tables=none")).contains("no table is wanted");
    }
}
