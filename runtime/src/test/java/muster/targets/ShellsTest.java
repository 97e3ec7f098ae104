package muster.targets;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import muster.plan.Invocation;
import muster.sandbox.Launcher;
import muster.sandbox.SandboxResult;
import muster.sandbox.SandboxResult.Finished;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShellsTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    @TempDir
    private Path folder;

    private Shells commands;

    @BeforeEach
    void begin() {
        commands = new Shells(new LocalDriver(folder));
    }

    @AfterEach
    void end() {
        commands.close();
    }

    @Test
    void exitAndBothOutputsComeBackApart() throws Exception {
        var result = shell("echo out; echo err >&2; exit 7");

        assertThat(result.exit()).isEqualTo(7);
        assertThat(result.stdout()).isEqualTo("out\n");
        assertThat(result.stderr()).isEqualTo("err\n");
    }

    @Test
    void argumentsArePassedAsTheyStand() throws Exception {
        var words = List.of("a b", "it's", "$HOME", "`id`", "line\nline", "", "*", "\\", "ä\ud83d\udccc", "-n");
        var argv = new java.util.ArrayList<>(List.of("/usr/bin/printf", "[%s]"));
        argv.addAll(words);

        var result = (Finished) commands.run(new Invocation.Argv(argv), LIMIT);

        assertThat(result.stdout())
                .isEqualTo(String.join(
                        "", words.stream().map(word -> "[" + word + "]").toList()));
    }

    @Test
    void nothingStaysFromOneCommandToTheNext() throws Exception {
        shell("cd /; X=1; export X; exec 2>/dev/null; set -f; umask 0; trap 'echo late' EXIT");

        var after = shell("pwd; echo \"[$X]\"; read line; echo \"[$line]\"");

        assertThat(after.stdout()).isEqualTo(folder + "\n[]\n[]\n");
    }

    @Test
    void theEnvironmentIsScrubbed() throws Exception {
        assertThat(shell("env | grep -v -e ^PWD= -e ^_= -e ^OLDPWD= | sort").stdout())
                .isEqualTo("HOME=/nonexistent\nLANG=C.UTF-8\nPATH=/usr/bin:/bin:/usr/sbin:/sbin\n");
    }

    @Test
    void whatOverrunsIsKilledWithAllItHasStarted() throws Exception {
        var pid = folder.resolve("pid");
        var result = commands.run(
                new Invocation.Shell("trap '' TERM; (setsid true; sleep 300 & echo $! > pid; wait) & wait"),
                Duration.ofMillis(500));

        assertThat(result).isInstanceOf(SandboxResult.TimedOut.class);
        var started = ProcessHandle.of(Long.parseLong(Files.readString(pid).strip()));
        assertThat(started.isEmpty() || ended(started.get())).isTrue();
        assertThat(shell("echo next").stdout()).isEqualTo("next\n");
    }

    @Test
    void aLongOutputIsCutAndDoesNotHang() throws Exception {
        var result = shell("head -c 5000000 /dev/zero | tr '\\0' x; head -c 3000000 /dev/zero >&2");

        assertThat(result.stdout()).hasSize(Launcher.OUTPUT_LIMIT);
        assertThat(result.exit()).isZero();
    }

    @Test
    void outputWithoutALastNewlineAndSimilarToTheMarkIsKeptAsItIs() throws Exception {
        assertThat(shell("printf 'muster-0123:0'").stdout()).isEqualTo("muster-0123:0");
        assertThat(shell("printf ''").stdout()).isEmpty();
    }

    @Test
    void aCommandThatKillsItsShellWasNotRunAndTheNextIs() throws Exception {
        assertThat(commands.run(new Invocation.Shell("kill -9 $$"), LIMIT))
                .isInstanceOf(SandboxResult.NotAvailable.class);
        assertThat(shell("echo next").stdout()).isEqualTo("next\n");
    }

    @Test
    void whatDoesNotExistEndsWith127() throws Exception {
        assertThat(((Finished) commands.run(new Invocation.Argv(List.of("no-such-program")), LIMIT)).exit())
                .isEqualTo(127);
    }

    @Test
    void manyAtOnceGetEachItsOwnOutput() throws Exception {
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = IntStream.range(0, 100)
                    .mapToObj(i -> callers.submit(
                            (Callable<String>) () -> shell("echo " + i).stdout()))
                    .toList();

            for (int i = 0; i < all.size(); i++) {
                assertThat(all.get(i).get()).isEqualTo(i + "\n");
            }
        }
    }

    private Finished shell(String line) throws InterruptedException {
        return (Finished) commands.run(new Invocation.Shell(line), LIMIT);
    }

    private static boolean ended(ProcessHandle process) throws Exception {
        process.onExit().get(10, java.util.concurrent.TimeUnit.SECONDS);
        return true;
    }
}
