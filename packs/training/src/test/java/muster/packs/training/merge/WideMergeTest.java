package muster.packs.training.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import muster.packs.training.Desk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WideMergeTest {
    private static final String[] MERGE = {"files=in", "spine=in/targets.parquet", "out=wide.parquet"};
    private static final String TIME = "TIMESTAMP '2025-01-01' + i * INTERVAL '1' MINUTE AS interval_time";

    @TempDir
    Path folder;

    private Desk desk;

    @BeforeEach
    void files() throws Exception {
        desk = Desk.of(folder);
        desk.file("in/targets.parquet", "SELECT " + TIME + ", i * 0.5 AS target_bqx45_h15 FROM range(1000) r(i)");
        desk.file(
                "in/a.parquet",
                "SELECT " + TIME + ", i AS a1, 'x' || i % 7 AS a2 FROM range(1000) r(i) ORDER BY hash(i)");
        desk.file("in/b.parquet", "SELECT " + TIME + ", i / 3.0 AS b1, i % 2 = 0 AS b2 FROM range(90, 1000) r(i)");
    }

    @Test
    void everyValueStandsBesideItsKeyAsInAJoin() throws Exception {
        var figures = desk.figures("merge", MERGE);

        assertThat(figures)
                .containsEntry("files", "3")
                .containsEntry("columns", "6")
                .containsEntry("rows", "1000")
                .containsEntry("missing", "90")
                .containsEntry("dropped", "0");
        var join =
                "SELECT * FROM @in/targets.parquet LEFT JOIN @in/a.parquet USING (interval_time) LEFT JOIN @in/b.parquet USING (interval_time) ORDER BY 1";
        assertThat(desk.rows("SELECT interval_time, target_bqx45_h15, a1, a2, b1, b2 FROM @wide.parquet"))
                .isEqualTo(desk.rows(join));
        assertThat(folder.resolve("wide.parquet.parts")).doesNotExist();
    }

    @Test
    void rowGroupsOfAllPartsAreCutAlike() throws Exception {
        desk.file("in/targets.parquet", "SELECT " + TIME + ", i * 0.5 AS target_bqx45_h15 FROM range(300000) r(i)");
        desk.file("in/a.parquet", "SELECT " + TIME + ", i AS a1, 'x' || i AS a2 FROM range(300000) r(i)");
        desk.file("in/b.parquet", "SELECT " + TIME + ", i / 3.0 AS b1 FROM range(2880, 300000) r(i)");

        desk.figures("merge", MERGE);

        assertThat(
                        desk.rows(
                                "SELECT count(*), sum(a1), count(b1), count(DISTINCT a2) FROM @wide.parquet WHERE a2 = 'x' || a1"))
                .containsExactly("300000|44999850000|297120|300000");
    }

    @Test
    void aSecondCallFindsTheResultAndDoesNothing() throws Exception {
        desk.figures("merge", MERGE);
        var before = Files.getLastModifiedTime(folder.resolve("wide.parquet"));

        assertThat(desk.figures("merge", MERGE))
                .containsEntry("parts.written", "0")
                .containsEntry("missing", "90");

        assertThat(Files.getLastModifiedTime(folder.resolve("wide.parquet"))).isEqualTo(before);
    }

    @Test
    void wholePartsOfAnEarlierCallAreUsedAgainAndOthersMadeAnew() throws Exception {
        desk.file("in/c.parquet", "SELECT " + TIME + ", i AS c1 FROM range(10) r(i)");
        assertThat(desk.refusal("merge", MERGE)).contains("c.parquet: rows are lost");
        var parts = folder.resolve("wide.parquet.parts");
        assertThat(parts.resolve("a.parquet")).exists();
        Files.write(parts.resolve("b.parquet"), new byte[] {1, 2, 3});
        Files.writeString(parts.resolve("manifest.csv"), "\"cut off by a ki", java.nio.file.StandardOpenOption.APPEND);

        Files.delete(folder.resolve("in/c.parquet"));
        var figures = desk.figures("merge", MERGE);

        assertThat(figures).containsEntry("parts.written", "1");
        assertThat(desk.rows("SELECT count(b1), sum(a1) FROM @wide.parquet")).containsExactly("910|499500");
    }

    @Test
    void plantedDefectsAreRefusedAllAtOnceAndNothingIsWritten() throws Exception {
        desk.file("in/c.parquet", "SELECT " + TIME + ", i AS c FROM range(1000) r(i) WHERE i NOT IN (500, 501)");
        desk.file(
                "in/d.parquet",
                "SELECT * FROM (SELECT " + TIME
                        + ", i AS d FROM range(1000) r(i)) UNION ALL SELECT TIMESTAMP '2025-01-01 00:07:00', 7");
        desk.file("in/e.parquet", "SELECT " + TIME + ", i AS e FROM range(1005) r(i)");
        desk.file(
                "in/f.parquet",
                "SELECT CASE WHEN i = 3 THEN NULL ELSE t END AS interval_time, i AS f FROM (SELECT i, TIMESTAMP '2025-01-01' + i * INTERVAL '1' MINUTE AS t FROM range(1000) r(i))");
        desk.file("in/g.parquet", "SELECT " + TIME + ", i AS g FROM range(990) r(i)");

        assertThat(desk.refusal("merge", MERGE).lines())
                .containsExactly(
                        "c.parquet: rows are lost: 2 keys of the spine are missing between its rows, 0 after its last",
                        "d.parquet: 1 rows repeat a key; rows of the result would be doubled",
                        "e.parquet: 5 keys are not in the spine; they would be lost. Maybe say outside=drop",
                        "f.parquet: 1 rows have no key; they would be lost",
                        "g.parquet: rows are lost: 0 keys of the spine are missing between its rows, 10 after its last");
        assertThat(folder.resolve("wide.parquet")).doesNotExist();
    }

    @Test
    void footersAloneTellWhatCannotStandSideBySide() throws Exception {
        desk.file("in/c.parquet", "SELECT " + TIME + ", i AS A1 FROM range(1000) r(i)");
        desk.file("in/d.parquet", "SELECT i AS interval_time, i AS d FROM range(1000) r(i)");
        desk.file("in/e.parquet", "SELECT i AS e FROM range(1000) r(i)");

        assertThat(desk.refusal("merge", MERGE).lines())
                .containsExactly(
                        "d.parquet: interval_time is BIGINT, in the spine it is TIMESTAMP",
                        "e.parquet has no column interval_time",
                        "column A1 stands in a.parquet and in c.parquet; Maybe say names=prefixed, or without=A1");
    }

    @Test
    void columnsOfOneFamilyStandSideBySideAfterTheirTables() throws Exception {
        desk.file("in/c.parquet", "SELECT " + TIME + ", i AS a1, 'eurusd' AS pair FROM range(1000) r(i)");

        desk.figures(
                "merge", "files=in", "spine=in/targets.parquet", "out=wide.parquet", "names=prefixed", "without=pair");

        assertThat(desk.rows("DESCRIBE SELECT * FROM @wide.parquet").stream()
                        .map(row -> row.substring(0, row.indexOf('|'))))
                .containsExactly("interval_time", "target_bqx45_h15", "a_a1", "a_a2", "b_b1", "b_b2", "c_a1");
    }

    @Test
    void aSpineWithADoubtfulKeyIsNone() throws Exception {
        desk.file("in/targets.parquet", "SELECT TIMESTAMP '2025-01-01' AS interval_time, i AS y FROM range(3) r(i)");

        assertThat(desk.refusal("merge", MERGE)).contains("2 that stand more than once");
    }

    @Test
    void aFileThatChangedSinceItWasExtractedIsRefused() throws Exception {
        Files.writeString(
                folder.resolve("in/manifest.csv"),
                "file,rows,bytes,crc32c,from\n\"a.parquet\",1000,12,00000000,\"x\"\n");

        assertThat(desk.refusal("merge", MERGE)).startsWith("a.parquet: it was 12:00000000 when it was extracted");
    }

    @Test
    void aDryRunChecksEverythingAndWritesNothing() throws Exception {
        var told = new ArrayList<String>();

        desk.rehearse(told, "merge", MERGE);

        assertThat(folder.resolve("wide.parquet.parts")).doesNotExist();
        assertThat(folder.resolve("wide.parquet")).doesNotExist();
        desk.file("in/c.parquet", "SELECT " + TIME + ", i AS c FROM range(3) r(i)");
        assertThat(desk.rehearse(told, "merge", MERGE).toString()).contains("c.parquet: rows are lost");
    }

    @Test
    void hostileNamesAreNames() throws Exception {
        desk.file("in/c.parquet", "SELECT " + TIME + ", i AS \"x\"\"; DROP TABLE spine; --\" FROM range(1000) r(i)");
        Files.move(folder.resolve("in/c.parquet"), folder.resolve("in/it's; DROP.parquet"));

        assertThat(desk.figures("merge", MERGE)).containsEntry("columns", "7");
    }

    @Test
    void gapsAreAllowedWhereItIsSaid() throws Exception {
        desk.file("in/c.parquet", "SELECT " + TIME + ", i AS c FROM range(0, 1200, 3) r(i)");

        var figures = desk.figures(
                "merge", "files=in", "spine=in/targets.parquet", "out=wide.parquet", "gaps=any", "outside=drop");

        assertThat(figures).containsEntry("dropped", "66").containsEntry("missing", Integer.toString(90 + 666));
        assertThat(desk.rows("SELECT count(c), max(c) FROM @wide.parquet")).isEqualTo(List.of("334|999"));
        assertThat(desk.refusal(
                        "merge", "files=in", "spine=in/targets.parquet", "out=w.parquet", "warm-up=10", "outside=drop"))
                .contains("b.parquet: the first 90 rows of the spine are missing, more than the 10 allowed");
    }
}
