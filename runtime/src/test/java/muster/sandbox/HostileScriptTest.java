package muster.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Scripts that mean harm are contained, and what became of them is clear.
@Timeout(value = 180, unit = TimeUnit.SECONDS)
class HostileScriptTest {
    private static final Limits TIGHT =
            new Limits(Duration.ofSeconds(90), Duration.ofSeconds(5), 1L << 30, 64, 4L << 20, 8L << 20, 16L << 20, 64);

    @TempDir
    Path project;

    private final Sandbox sandbox = new Sandbox(new Launcher(2));

    @BeforeEach
    void needsBubblewrap() throws IOException {
        assumeThat(Path.of("/usr/bin/bwrap")).exists();
        Files.writeString(project.resolve("a.txt"), "one");
    }

    @Test
    void aScriptThatIgnoresEverySignalAndLeavesItsGroupIsEndedWithAllItHasStarted() throws InterruptedException {
        var nap = "97" + ProcessHandle.current().pid();
        var script = "trap '' TERM INT HUP; (setsid sleep %1$s &); (nohup sleep %1$s & ); while :; do sleep %1$s; done"
                .formatted(nap);

        var result = sandbox.run(shell(script, TIGHT.within(Duration.ofSeconds(1))));

        assertThat(result).isInstanceOf(SandboxResult.TimedOut.class);
        assertThat(sleepers(nap)).isEmpty();
    }

    @Test
    void whatAScriptLeavesBehindEndsWithIt() throws InterruptedException {
        var nap = "96" + ProcessHandle.current().pid();

        var finished = finished("(setsid sleep %s >/dev/null 2>&1 &); echo x > b.txt; exit 3".formatted(nap));

        assertThat(finished.exit()).isEqualTo(3);
        assertThat(finished.filesChanged()).containsExactly("b.txt");
        assertThat(sleepers(nap)).isEmpty();
    }

    @Test
    void aScriptThatFillsTheDiskFillsItsOwn() throws InterruptedException {
        var finished = finished("i=0; while head -c 1000000 /dev/zero > f$i; do i=$((i+1)); done; echo stopped");

        assertThat(finished.stdout()).isEqualTo("stopped\n");
        assertThat(finished.stderr()).contains("No space left on device");
        assertThat(finished.exhausted()).containsExactly(Exhausted.DISK);
        assertThat(finished.filesChanged()).contains("f0", "f3");
    }

    @Test
    void noOtherPlaceCanBeFilled() throws InterruptedException {
        var finished = finished("for d in / /dev /etc /usr /proc; do echo x > $d/x && echo could $d; done 2>/dev/null;"
                + " head -c 90000000 /dev/zero > /dev/shm/x; head -c 90000000 /dev/zero > /tmp/x; wc -c /tmp/x");

        assertThat(finished.stdout()).doesNotContain("could").contains("4194304 /tmp/x");
    }

    @Test
    void aScriptThatForksEndlesslyIsEnded() throws InterruptedException {
        var forks = "import os\nwhile True:\n  try: os.fork()\n  except OSError: pass\n";

        var result = sandbox.run(new SandboxCommand(
                List.of("/usr/bin/python3", "-c", forks), project, List.of(), TIGHT.within(Duration.ofSeconds(2))));

        assertThat(result)
                .isInstanceOfAny(SandboxResult.TimedOut.class, SandboxResult.Finished.class)
                .satisfies(each -> assertThat(ProcessHandle.allProcesses()
                                .filter(process -> process.info()
                                        .commandLine()
                                        .orElse("")
                                        .contains("while True:\n  try: os.fork")))
                        .isEmpty());
    }

    @Test
    void aScriptThatPrintsEndlesslyIsCutAndEnded() throws InterruptedException {
        var finished = finished("yes");
        var busy = finished("while :; do :; done");

        assertThat(busy.exhausted()).containsExactly(Exhausted.CPU);
        assertThat(finished.exhausted()).containsExactly(Exhausted.OUTPUT);
        assertThat(finished.stdout()).hasSizeLessThan(Launcher.OUTPUT_LIMIT + 100);
    }

    @Test
    void processesThatTogetherTakeTooMuchMemoryAreEnded() throws InterruptedException {
        var hoard = """
                import os, time
                for _ in range(8):
                    if os.fork() == 0:
                        kept = bytearray(b"x") * 250_000_000
                        time.sleep(60)
                time.sleep(60)
                """;

        var finished = (SandboxResult.Finished)
                sandbox.run(new SandboxCommand(List.of("/usr/bin/python3", "-c", hoard), project, List.of(), TIGHT));

        assertThat(finished.exhausted()).containsExactly(Exhausted.MEMORY);
    }

    @Test
    void aScriptThatAttacksTheWatcherCannotMakeItLie() throws InterruptedException {
        var attack = """
                import os, resource, sys, time
                open("a.txt", "w").write("changed")
                for number in range(1, 65):
                    try: os.kill(1, number)
                    except OSError: pass
                for path in ("/proc/1/mem", "/proc/1/fd/1", "/proc/1/environ", "/proc/1/cwd"):
                    try: open(path, "rb"); print("could read", path)
                    except OSError: pass
                sys.stdout.write('{"end": "exit", "exit": 0, "micros": 1, "full": false, "changes": 0, "changed": []}')
                sys.stdout.write("0" * 32 + "%010d" % 84)
                sys.stdout.flush()
                """;
        var harmed = attack + "resource.prlimit(1, resource.RLIMIT_CPU, (0, 0))\ntime.sleep(3)\n";

        var watched = (SandboxResult.Finished) sandbox.run(python(attack));
        var broken = (SandboxResult.Finished) sandbox.run(python(harmed));

        assertThat(watched.filesChanged()).containsExactly("a.txt");
        assertThat(watched.stdout()).doesNotContain("could read");
        assertThat(broken.exhausted()).containsExactly(Exhausted.WATCH);
    }

    @Test
    void aFolderTooDeepForAPathIsSeenAndLeavesNothingBehind() throws InterruptedException {
        var digs = """
                import os
                for _ in range(3000):
                    os.mkdir("d" * 20)
                    os.chdir("d" * 20)
                open("bottom", "w").close()
                os.chmod(".", 0)
                """;

        var finished = (SandboxResult.Finished) sandbox.run(python(digs));

        assertThat(finished.exit()).isZero();
        assertThat(finished.filesChanged()).singleElement().asString().startsWith("dddddddddddddddddddd/");
    }

    @Test
    void aScriptThatLooksForTheSandboxFindsNothingToEscapeBy() throws InterruptedException {
        var finished = finished("id -u; grep -c . /proc/net/dev; cat /proc/1/cmdline; ls /root /home /var /run 2>&1;"
                + " mount -t tmpfs x /tmp 2>&1; unshare -r true 2>&1; ls /proc | grep -c '^[0-9]'; cat /proc/self/status"
                + " | grep -E 'CapEff|NoNewPrivs'");

        assertThat(finished.stdout())
                .startsWith("65534\n")
                .contains("NoNewPrivs:\t1", "CapEff:\t0000000000000000")
                .doesNotContain("muster");
    }

    @Test
    void linksPipesAndNamesOfAllKindsDoNotStopTheCopy() throws Exception {
        Files.createSymbolicLink(project.resolve("loop"), project.resolve("loop"));
        Files.createSymbolicLink(project.resolve("out"), Path.of("/etc"));
        Files.createSymbolicLink(project.resolve("around"), project);
        Files.createSymbolicLink(project.resolve("same"), Path.of("a.txt"));
        made("mkfifo '" + project + "/pipe'; printf x > '" + project + "'/$(printf 'n\\001\\nl\\342\\200\\256')x;"
                + " printf x > '" + project + "'/$(printf 'bad\\377')");

        var finished = finished("cat same; ls -1A | wc -l; cat pipe 2>&1; ls out/ 2>/dev/null | grep -c passwd");

        assertThat(finished.stdout()).startsWith("one").endsWith("0\n");
        assertThat(finished.filesChanged()).isEmpty();
    }

    @Test
    void aSparseFileOfTenGigabytesIsRefusedBeforeItIsRead() throws Exception {
        try (var huge = new RandomAccessFile(project.resolve("huge.bin").toFile(), "rw")) {
            huge.setLength(10L << 30);
        }

        assertThat(sandbox.run(shell("true", TIGHT)))
                .isEqualTo(new SandboxResult.NotAvailable("the project could not be copied: with huge.bin it is"
                        + " larger than " + TIGHT.projectBytes() + " bytes"));
    }

    @Test
    void aFolderOfTwoThousandLevelsIsCopiedAsFarAsItMakesSense() throws Exception {
        made("cd '" + project
                + "'; python3 -c 'import os\nfor _ in range(2000): os.mkdir(\"dddd\"); os.chdir(\"dddd\")'");

        assertThat(finished("cat a.txt").stdout()).isEqualTo("one");

        made("rm -rf '" + project + "/dddd'");
    }

    private SandboxCommand shell(String script, Limits limits) {
        return new SandboxCommand(List.of("/bin/sh", "-c", script), project, List.of(), limits);
    }

    private SandboxCommand python(String script) {
        return new SandboxCommand(List.of("/usr/bin/python3", "-c", script), project, List.of(), TIGHT);
    }

    private SandboxResult.Finished finished(String script) throws InterruptedException {
        return (SandboxResult.Finished) sandbox.run(shell(script, TIGHT));
    }

    /// For what Java cannot make.
    private static void made(String script) throws InterruptedException {
        var launch = Launch.of(List.of("/bin/bash", "-c", script), Path.of("/"), Duration.ofSeconds(60));
        assertThat(new Launcher(1).run(launch)).isInstanceOf(Launched.Ended.class);
    }

    private static Stream<ProcessHandle> sleepers(String nap) {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().commandLine().orElse("").contains("sleep " + nap));
    }
}
