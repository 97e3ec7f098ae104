package muster.packs.warehouse.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import muster.packs.warehouse.Scratch;
import muster.run.ActionResult;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// On a small disk of its own; skipped where none can be mounted.
class DiskFullTest {
    private static final String OLD = "cov_lag_audcad_audchf";

    @TempDir
    Path folder;

    private Path disk;

    @BeforeEach
    void aSmallDisk() throws Exception {
        disk = Files.createDirectory(folder.resolve("disk"));
        Assumptions.assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=32m", "tmpfs", disk.toString()), "no disk can be mounted");
    }

    @AfterEach
    void away() throws Exception {
        run("umount", disk.toString());
    }

    @Test
    void aFullDiskLeavesNothingHalfDoneAndTheUndoStillHasRoom() throws Exception {
        var scratch = Scratch.empty(disk);
        scratch.execute("CREATE TABLE " + OLD + " AS SELECT 1 AS id", window(45), window(90));
        Scratch.figures(scratch.performAs("r", "rename"));
        fill();

        assertThat(scratch.performAs("c", "consolidate")).isInstanceOf(ActionResult.Failed.class);

        fill();
        assertThat(scratch.catalog().tables())
                .containsExactly("cov_lag_idx_audcad_audchf", "lag_idx_eurusd_w45", "lag_idx_eurusd_w90");
        assertThatThrownBy(() -> scratch.execute("CREATE TABLE no_room AS " + rows(9)))
                .isInstanceOf(SQLException.class);
        fill();
        assertThat(Scratch.figures(scratch.performAs("u", "rollback", "of=r"))).containsEntry("undone", "1");
        assertThat(scratch.catalog().tables()).containsExactly(OLD, "lag_idx_eurusd_w45", "lag_idx_eurusd_w90");
    }

    @Test
    void aChangeIsNotBegunWithoutRoomForItsUndo() throws Exception {
        var scratch = Scratch.empty(disk);
        scratch.execute("CREATE TABLE " + OLD + " AS SELECT 1 AS id");
        Scratch.figures(scratch.perform("views"));
        fill();

        assertThat(scratch.performAs("r", "rename"))
                .isInstanceOfSatisfying(
                        ActionResult.Failed.class,
                        failed -> assertThat(failed.why()).startsWith("no 8 MiB can be kept at "));
        Files.delete(disk.resolve("filler0"));
        assertThat(scratch.catalog().tables()).containsExactly(OLD);
    }

    private static String window(int window) {
        return "CREATE TABLE lag_idx_eurusd_w" + window + " AS " + rows(window);
    }

    /// Values that cannot be compressed: about 4 MB.
    private static String rows(int window) {
        return "SELECT TIMESTAMP '2025-01-01' + i * INTERVAL 1 MINUTE AS interval_time, random() AS a%1$d, random() AS b%1$d, random() AS c%1$d, random() AS d%1$d FROM range(120000) r(i)"
                .formatted(window);
    }

    private void fill() throws IOException {
        int number = 0;
        while (Files.exists(disk.resolve("filler" + number))) {
            number++;
        }
        var block = new byte[1 << 12];
        try (OutputStream stream = Files.newOutputStream(disk.resolve("filler" + number))) {
            while (true) {
                stream.write(block);
            }
        } catch (IOException full) {
            assertThat(full).hasMessageContaining("space");
        }
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException noSuchCommand) {
            return false;
        }
    }
}
