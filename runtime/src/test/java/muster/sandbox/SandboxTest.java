package muster.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
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

    private SandboxResult.Finished run(String script) throws InterruptedException {
        var command = new SandboxCommand(List.of("/bin/sh", "-c", script), project, List.of(), TIGHT);
        return (SandboxResult.Finished) sandbox.run(command);
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(project.resolve(name), text);
    }
}
