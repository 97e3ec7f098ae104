package muster.engines;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import muster.run.Event;
import muster.run.Recorded;
import muster.storage.ChainCheck;
import muster.storage.ChainHead;
import muster.storage.SqliteJournal;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Kills the process of a run with SIGKILL again and again, at moments that the seed chooses, and lets it go on.
@Timeout(180)
class KillTest {
    private static final int KILLS = 5;

    @TempDir
    Path directory;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(ints = {1, 2, 3})
    void everyStepHasItsEffectOnceHoweverOftenTheProcessIsKilled(int seed) throws Exception {
        var random = new Random(seed);
        var kept = ChainHead.NONE;
        for (var kill = 0; kill < KILLS; kill++) {
            killAfter(1 + random.nextInt(14));
            kept = headThatContinues(kept);
        }

        assertThat(start().waitFor()).isZero();

        headThatContinues(kept);
        assertThat(KillTarget.lines(directory.resolve("effects"))).containsExactlyInAnyOrderElementsOf(keys());
        assertThat(KillTarget.lines(directory.resolve("calls")).size()).isGreaterThanOrEqualTo(KillTarget.STEPS);
        assertHistory();
    }

    private static List<String> keys() {
        return IntStream.range(0, KillTarget.STEPS).mapToObj(i -> "kill/s" + i).toList();
    }

    private void killAfter(int lines) throws Exception {
        var process = start();
        try (var output = process.inputReader()) {
            skip(output, lines);
            process.destroyForcibly().waitFor();
        }
    }

    private static void skip(BufferedReader output, int lines) throws IOException {
        for (var i = 0; i < lines && output.readLine() != null; i++) {
            // Each line is a moment of the run; the last one read is the moment of the kill.
        }
    }

    private Process start() throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(
                        java,
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KillTarget.class.getName(),
                        directory.toString())
                .redirectError(ProcessBuilder.Redirect.appendTo(
                        directory.resolve("errors").toFile()))
                .start();
    }

    private ChainHead headThatContinues(ChainHead kept) {
        try (var journal = SqliteJournal.open(directory.resolve("journal.db"))) {
            assertThat(journal.verify(kept)).isInstanceOf(ChainCheck.ChainHolds.class);
            return journal.head();
        }
    }

    private void assertHistory() {
        try (var journal = SqliteJournal.openReadOnly(directory.resolve("journal.db"))) {
            var events = journal.read(KillTarget.RUN, 0).stream()
                    .map(Recorded::event)
                    .toList();
            var fences = new ArrayList<Long>();
            var done = new ArrayList<String>();
            for (var event : events) {
                switch (event) {
                    case Event.AttemptStarted started -> {
                        assertThat(started.key()).isEqualTo("kill/" + started.task());
                        fences.add(started.attempt().fence());
                    }
                    case Event.AttemptSucceeded succeeded ->
                        done.add(succeeded.task().value());
                    default -> {}
                }
            }
            assertThat(fences).isSorted().doesNotHaveDuplicates();
            assertThat(done)
                    .containsExactlyInAnyOrderElementsOf(KillTarget.plan().steps().stream()
                            .map(step -> step.id().value())
                            .toList());
        }
    }
}
