package muster.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SandboxTest {
    private static final Limits TIGHT =
            new Limits(Duration.ofSeconds(60), Duration.ofSeconds(10), 1L << 30, 40, 1L << 20, 1L << 20, 4L << 20, 64);

    @TempDir
    Path project;

    private final Sandbox sandbox = new Sandbox(new Launcher(2));

    @BeforeEach
    void needsBubblewrap() {
        assumeThat(Path.of("/usr/bin/bwrap")).exists();
    }

    @Test
    void aCommandSeesTheProjectAndReportsWhatItHasChangedInItsCopy() throws Exception {
        write("a.txt", "one");
        write("b.txt", "two");
        write("c.txt", "three");

        var finished = run("cat a.txt; echo more >> a.txt; rm b.txt; mkdir d; echo x > d/e.txt");

        assertThat(finished.stdout()).isEqualTo("one");
        assertThat(finished.filesChanged()).containsExactly("a.txt", "b.txt", "d/e.txt");
        assertThat(project.resolve("a.txt")).hasContent("one");
        assertThat(project.resolve("b.txt")).exists();
        assertThat(project.resolve("d")).doesNotExist();
    }

    @Test
    void nothingOfTheHostIsVisible() throws Exception {
        var finished = run("id -u; ls /; ls /sys /root /home 2>&1; env; cat /etc/passwd; ls /sys/class/net");

        assertThat(finished.stdout()).startsWith("65534");
        assertThat(finished.stdout()).doesNotContain("JAVA_HOME", "root:x:0");
        assertThat(finished.stdout().lines()).doesNotContain("root", "home", "sys", "work-space", "eth0");
    }

    @Test
    void thereIsNoNetwork() throws Exception {
        var finished =
                run("python3 -c \"import socket; socket.create_connection(('192.0.2.1', 80), 2)\" 2>&1 | tail -1");

        assertThat(finished.stdout()).contains("Network is unreachable");
    }

    @Test
    void theSystemCannotBeWrittenTo() throws Exception {
        assertThat(run("touch /usr/bin/x").exit()).isNotZero();
    }

    @Test
    void limitsOnFilesAndProcessesHold() throws Exception {
        var large = run("head -c 2000000 /dev/zero > large");
        var bomb = run("for i in $(seq 100); do sleep 2 & done; echo survived");

        assertThat(large.exit()).isNotZero();
        assertThat(bomb.stderr()).contains("Cannot fork");
    }

    @Test
    void whatRunsTooLongIsKilled() throws Exception {
        var command = new SandboxCommand(
                List.of("/bin/sleep", "1234"), project, List.of(), TIGHT.within(Duration.ofMillis(700)));

        assertThat(sandbox.run(command)).isInstanceOf(SandboxResult.TimedOut.class);
    }

    @Test
    void linksOutOfTheProjectAreNotFollowed() throws Exception {
        Files.createSymbolicLink(project.resolve("link"), Path.of("/etc/passwd"));

        assertThat(run("cat link").exit()).isNotZero();
    }

    @Test
    void aProjectThatIsTooLargeIsNotRun() throws Exception {
        write("large", "x".repeat(2 << 20));

        var result = sandbox.run(new SandboxCommand(List.of("/bin/true"), project, List.of(), TIGHT));

        assertThat(result).isInstanceOf(SandboxResult.NotAvailable.class);
    }

    @Test
    void whatIsAskedForIsHandedOutOfACommandThatEndedWell() throws Exception {
        var made = brought("mkdir -p out/deep; printf one > out/a; printf two > out/deep/b; printf x > other", "out");
        var failed = brought("mkdir out; printf one > out/a; exit 1", "out");

        assertThat(made.brought())
                .containsExactly(new Brought("out/a", bytes("one")), new Brought("out/deep/b", bytes("two")));
        assertThat(failed.brought()).isEmpty();
    }

    @Test
    void noLinkLeadsWhatIsHandedOutElsewhere() throws Exception {
        var links = brought(
                "ln -s /etc/passwd a; mkdir d; ln -s /usr/bin d/bin; printf x > c; ln c d/hard", "a", "d", "../etc");

        assertThat(links.brought()).containsExactly(new Brought("d/hard", bytes("x")));
    }

    @Test
    void whatIsTooMuchIsNotHandedOutAtAll() throws Exception {
        var large = SandboxCommand.MOST_BROUGHT / 2 + 1;
        var limits =
                new Limits(TIGHT.wall(), TIGHT.cpu(), TIGHT.memoryBytes(), 64, 2L * large, 2L * large, 8L * large, 64);
        var script = "head -c %d /dev/zero > a; head -c %d /dev/zero > b".formatted(large, large);
        var command =
                new SandboxCommand(List.of("/bin/sh", "-c", script), project, List.of(), limits, List.of("a", "b"));

        var result = (SandboxResult.Finished) sandbox.run(command);

        assertThat(result.brought()).isEmpty();
        assertThat(result.exhausted()).containsExactly(Exhausted.BROUGHT);
    }

    private SandboxResult.Finished brought(String script, String... bring) throws InterruptedException {
        var argv = List.of("/bin/sh", "-c", script);
        return (SandboxResult.Finished)
                sandbox.run(new SandboxCommand(argv, project, List.of(), TIGHT, List.of(bring)));
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    private SandboxResult.Finished run(String script) throws InterruptedException {
        var command = new SandboxCommand(List.of("/bin/sh", "-c", script), project, List.of(), TIGHT);
        return (SandboxResult.Finished) sandbox.run(command);
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(project.resolve(name), text);
    }
}
