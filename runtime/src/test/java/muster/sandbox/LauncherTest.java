package muster.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class LauncherTest {
    private static final Path HERE = Path.of("/");
    private static final Duration AMPLE = Duration.ofSeconds(60);

    private final Launcher launcher = new Launcher(2);

    @Test
    void aProcessGetsItsInputAndNoneOfOurEnvironment() throws InterruptedException {
        var launch = Launch.of(List.of("/bin/sh", "-c", "cat; env"), HERE, AMPLE)
                .reading("from outside\n")
                .with("ONLY", "this");

        var ended = (Launched.Ended) launcher.run(launch);

        assertThat(ended.exit()).isZero();
        assertThat(ended.stdout())
                .startsWith("from outside")
                .contains("ONLY=this")
                .doesNotContain("JAVA_HOME");
    }

    @Test
    void argumentsAreNeverReadByAShell() throws InterruptedException {
        var ended = (Launched.Ended) launcher.run(Launch.of(List.of("/bin/echo", "$(id); *"), HERE, AMPLE));

        assertThat(ended.stdout()).isEqualTo("$(id); *\n");
    }

    @Test
    void whatRunsTooLongIsKilledWithEverythingItHasStarted() throws InterruptedException {
        var marker = "31" + ProcessHandle.current().pid();

        var result = launcher.run(Launch.of(
                List.of("/bin/sh", "-c", "sleep " + marker + " & sleep " + marker), HERE, Duration.ofMillis(300)));

        assertThat(result).isInstanceOf(Launched.Overran.class);
        assertThat(ProcessHandle.allProcesses().filter(process -> isSleeping(process, marker)))
                .isEmpty();
    }

    @Test
    void theMiddleOfOutputBeyondTheLimitIsDroppedAndTheProcessStillEnds() throws InterruptedException {
        var ended = (Launched.Ended) launcher.run(
                Launch.of(List.of("/bin/sh", "-c", "echo first; head -c 3000000 /dev/zero; echo last"), HERE, AMPLE));

        assertThat(ended.exit()).isZero();
        assertThat(ended.stdout()).hasSize(Launcher.OUTPUT_LIMIT + Output.CUT.length());
        assertThat(ended.stdout()).startsWith("first").contains(Output.CUT).endsWith("last\n");
    }

    @Test
    void aProgramThatIsNotThereIsAResult() throws InterruptedException {
        assertThat(launcher.run(Launch.of(List.of("/no/such/program"), HERE, AMPLE)))
                .isInstanceOf(Launched.NotStarted.class);
    }

    @Test
    void interruptingTheCallerEndsTheProcess() throws InterruptedException {
        var marker = "32" + ProcessHandle.current().pid();
        var seen = new AtomicReference<String>("nothing");
        var caller = Thread.ofVirtual().start(() -> {
            try {
                launcher.run(Launch.of(List.of("/bin/sleep", marker), HERE, AMPLE));
            } catch (InterruptedException e) {
                seen.set("interrupted");
            }
        });

        caller.interrupt();
        caller.join();

        assertThat(seen.get()).isEqualTo("interrupted");
        assertThat(ProcessHandle.allProcesses().filter(process -> isSleeping(process, marker)))
                .isEmpty();
    }

    private static boolean isSleeping(ProcessHandle process, String marker) {
        return process.isAlive()
                && process.info().commandLine().orElse("").contains("sleep " + marker)
                && process.info().command().orElse("").contains("sleep");
    }
}
