package muster.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import muster.packs.warehouse.sql.Session;
import muster.run.Event;
import muster.run.Recorded;
import muster.storage.ChainCheck;
import muster.storage.ChainHead;
import muster.storage.JournalUnavailable;
import muster.storage.SqliteJournal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Kills the demo's process with SIGKILL at moments that a seed chooses, and lets it go on.
@Timeout(value = 300, unit = TimeUnit.SECONDS)
class DemoKillTest {
    private static final long SEED = 20_251_213;
    /// Between two looks at how far the process has come.
    private static final long LOOK_MILLIS = 2;

    @TempDir
    Path folder;

    private final Random random = new Random(SEED);

    @Test
    void aDemoThatWasKilledThreeTimesEndsInTheSameTablesWithEachRenamedOnce() throws Exception {
        var reference = PlayedDemo.once();
        var setting = PlayedDemo.setting(reference.setting().example(), folder.resolve("demo"));
        var place = setting.workspace();

        killWhen(reference, place, warehouseHasBegun(place));
        killWhen(reference, place, journalHolds(place, 2 + random.nextInt(10)));
        killWhen(reference, place, journalHolds(place, 13 + random.nextInt(15)));
        var result = new Demo(setting, Progress.SILENT).play();

        assertThat(Inventory.of(place).lines())
                .isEqualTo(Inventory.of(reference.setting().workspace()).lines());
        assertThat(renamed(place))
                .doesNotHaveDuplicates()
                .isEqualTo(renamed(reference.setting().workspace()));
        assertThat(result.figures())
                .containsEntry(
                        "rename-cov.renamed", String.valueOf(renamed(place).size()));
        assertHistory(place);
    }

    @Test
    void aDemoInAnotherProcessKeepsTheFolder() throws Exception {
        var reference = PlayedDemo.once();
        var setting = PlayedDemo.setting(reference.setting().example(), folder.resolve("demo"));
        var process = start(reference, setting.workspace());

        try {
            awaitFrom(process, () -> stage(setting.workspace(), "warehouse"));
            assertThatThrownBy(() -> new Demo(setting, Progress.SILENT).play()).isInstanceOf(FolderTaken.class);
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private static void killWhen(PlayedDemo demo, Workspace place, BooleanSupplier moment) throws Exception {
        var process = start(demo, place);
        try {
            awaitFrom(process, moment);
        } finally {
            process.destroyForcibly().waitFor();
        }
        assertThat(process.exitValue()).as("ended by the kill, not by itself").isEqualTo(128 + 9);
    }

    /// Looks again and again; the process ending by itself ends the wait too.
    private static void awaitFrom(Process process, BooleanSupplier moment) throws InterruptedException {
        var reached = false;
        while (!reached && !process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
            reached = moment.getAsBoolean();
        }
    }

    /// The generator works beside the warehouse and puts it in its place when it is whole.
    private BooleanSupplier warehouseHasBegun(Workspace place) {
        var partial = place.root().resolve("warehouse.duckdb.partial");
        var bytes = random.nextInt(20_000);
        return () -> (Files.exists(partial) && size(partial) >= bytes) || Files.exists(place.warehouse());
    }

    private static BooleanSupplier journalHolds(Workspace place, int entries) {
        return () -> entries(place) >= entries;
    }

    private static Process start(PlayedDemo demo, Workspace place) throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(
                        java,
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Dmuster.home=" + demo.home(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "muster.cli.Muster",
                        "demo",
                        "--workspace",
                        place.root().toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static boolean stage(Workspace place, String name) {
        return DemoFolder.stages(place).finished(name);
    }

    private static long size(Path file) {
        try {
            return Files.exists(file) ? Files.size(file) : 0;
        } catch (IOException e) {
            return 0;
        }
    }

    private static long entries(Workspace place) {
        if (!Files.exists(place.journal())) {
            return 0;
        }
        try (var journal = SqliteJournal.openReadOnly(place.journal())) {
            return journal.head().sequence();
        } catch (JournalUnavailable beingMade) {
            return 0;
        }
    }

    private static List<String> renamed(Workspace place) throws SQLException {
        try (var session = Session.open(() -> Auditing.warehouse(place))) {
            return session.query("SELECT old, new FROM _muster_reverse WHERE kind = 'RENAMED' ORDER BY old").stream()
                    .map(row -> row.text(0) + " -> " + row.text(1))
                    .toList();
        }
    }

    private static void assertHistory(Workspace place) {
        try (var journal = SqliteJournal.openReadOnly(place.journal())) {
            assertThat(journal.verify(ChainHead.NONE)).isInstanceOf(ChainCheck.ChainHolds.class);
            assertThat(journal.read(Demo.RUN, 0).stream()
                            .map(Recorded::event)
                            .filter(Event.AttemptSucceeded.class::isInstance)
                            .map(event -> ((Event.AttemptSucceeded) event).task()))
                    .doesNotHaveDuplicates()
                    .isNotEmpty();
        }
    }
}
