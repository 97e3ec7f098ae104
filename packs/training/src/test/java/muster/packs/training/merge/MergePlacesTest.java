package muster.packs.training.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import muster.packs.training.Desk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a merge reads, replaces and removes.
class MergePlacesTest {
    private static final String TIME = "SELECT TIMESTAMP '2025-01-01' + i * INTERVAL '1' MINUTE AS interval_time, ";

    @TempDir
    Path folder;

    private Desk desk;

    @BeforeEach
    void files() throws Exception {
        desk = Desk.of(folder);
        desk.file("spine.parquet", TIME + "i AS y FROM range(100) r(i)");
        desk.file("in/a.parquet", TIME + "i * 2 AS a FROM range(100) r(i)");
        desk.file("in/b.parquet", TIME + "i * 3 AS b FROM range(100) r(i)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"spine.parquet", "in/a.parquet", "mine.parquet", "notes.txt", "in"})
    void whatNoMergeHasMadeIsNotReplaced(String out) throws Exception {
        desk.file("mine.parquet", "SELECT 1 AS x");
        Files.writeString(folder.resolve("notes.txt"), "kept");
        var before = Files.isDirectory(folder.resolve(out)) ? null : Files.readAllBytes(folder.resolve(out));

        assertThat(refusal("out=" + out)).contains(out + " is there and was not made by a merge");
        if (before != null) {
            assertThat(Files.readAllBytes(folder.resolve(out))).isEqualTo(before);
        }
    }

    @Test
    void aResultThatServesAsSpineIsNotReplacedByItsOwn() throws Exception {
        desk.figures("merge", "files=in", "spine=spine.parquet", "out=out.parquet");

        assertThat(desk.refusal("merge", "files=in", "spine=out.parquet", "out=out.parquet", "names=prefixed"))
                .contains("out.parquet is there");
    }

    @Test
    void aResultOfOtherFilesIsReplaced() throws Exception {
        desk.figures("merge", "files=in", "spine=spine.parquet", "out=out.parquet");
        desk.file("in/c.parquet", TIME + "i AS c FROM range(100) r(i)");

        assertThat(desk.figures("merge", "files=in", "spine=spine.parquet", "out=out.parquet"))
                .containsEntry("columns", "5");
    }

    @Test
    void onlyPartsAreRemovedWithTheFolderOfParts() throws Exception {
        var mine = folder.resolve("out.parquet.parts/mine.txt");
        Files.createDirectories(mine.getParent());
        Files.writeString(mine, "kept");

        desk.figures("merge", "files=in", "spine=spine.parquet", "out=out.parquet");

        assertThat(mine.getParent()).isDirectoryContaining("glob:**/mine.txt");
        try (var left = Files.list(mine.getParent())) {
            assertThat(left).containsExactly(mine);
        }
    }

    @Test
    void anExtractedFileThatIsGoneIsMissed() throws Exception {
        Files.writeString(
                folder.resolve("in/manifest.csv"),
                "file,rows,bytes,crc32c,from\n\"gone.parquet\",100,5,00000000,\"x\"\n");

        assertThat(refusal("out=out.parquet")).contains("gone.parquet was extracted and is not there");
    }

    @Test
    void everyDamagedFileIsTold() throws Exception {
        Files.writeString(folder.resolve("in/a.parquet"), "no Parquet at all");
        Files.writeString(folder.resolve("in/b.parquet"), "");

        assertThat(refusal("out=out.parquet")).contains("a.parquet is no Parquet file", "b.parquet is no Parquet file");
    }

    @Test
    void namesThatAreAPatternToTheEngineAreNames() throws Exception {
        Files.move(folder.resolve("in/b.parquet"), folder.resolve("in/?.parquet"));
        desk.figures("merge", "files=in", "spine=spine.parquet", "out=out.parquet");

        assertThat(desk.rows("SELECT count(*), sum(a), sum(b) FROM @out.parquet"))
                .containsExactly("100|9900|14850");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TIMESTAMP_NS", "TIMESTAMP_MS"})
    void aKeyOfFinerOrCoarserStepsIsTheSameKey(String type) throws Exception {
        desk.file(
                "in/b.parquet",
                "SELECT * REPLACE (CAST(interval_time AS %s) AS interval_time) FROM (%sI * 3 AS b FROM range(100) r(i))"
                        .formatted(type, TIME));
        desk.figures("merge", "files=in", "spine=spine.parquet", "out=out.parquet");

        assertThat(desk.rows("SELECT count(*), sum(b) FROM @out.parquet WHERE b = 3 * y"))
                .containsExactly("100|14850");
    }

    @Test
    void aKeyWithAZoneIsAnotherThanOneWithout() throws Exception {
        desk.file(
                "in/b.parquet",
                "SELECT * REPLACE (interval_time::TIMESTAMPTZ AS interval_time) FROM (%si AS b FROM range(100) r(i))"
                        .formatted(TIME));

        assertThat(refusal("out=out.parquet"))
                .contains("b.parquet: interval_time is TIMESTAMP WITH TIME ZONE, in the spine it is TIMESTAMP");
    }

    @Test
    void aNameThatStandsTwiceIsToldWithoutAdviceThatWasTaken() throws Exception {
        desk.file("in/in_a.parquet", TIME + "1 AS b FROM range(100) r(i)");
        desk.file("in/in.parquet", TIME + "1 AS a_b FROM range(100) r(i)");

        assertThat(desk.refusal("merge", "files=in", "spine=spine.parquet", "out=out.parquet", "names=prefixed"))
                .isEqualTo("column in_a_b stands in in.parquet and in in_a.parquet; Maybe say without=b");
    }

    private String refusal(String out) throws Exception {
        return desk.refusal("merge", "files=in", "spine=spine.parquet", out);
    }
}
