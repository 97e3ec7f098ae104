package muster.actions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import muster.plan.Action;
import muster.run.ActionResult;
import muster.sandbox.Launcher;
import muster.sandbox.Sandbox;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class SandboxedCommandsTest {
    @TempDir
    Path folder;

    @BeforeEach
    void thereIsASandbox() {
        assumeThat(Path.of("/usr/bin/bwrap")).exists();
    }

    @Test
    void onlyTheDeliverablesOfACommandThatEndedWellAreLeftBehind() throws Exception {
        Files.writeString(folder.resolve("in.txt"), "two\none\n");

        var result =
                perform("mkdir out; sort in.txt > out/sorted.txt; rm in.txt; touch other; echo $MUSTER_KEY", "out");

        assertThat(outputs(result)).containsEntry("stdout", "r1/a\n").containsEntry("delivered", "1");
        assertThat(folder.resolve("out/sorted.txt")).hasContent("one\ntwo\n");
        assertThat(folder.resolve("in.txt")).exists();
        assertThat(folder.resolve("other")).doesNotExist();
    }

    @Test
    void aCommandThatFailsLeavesNothingBehind() throws Exception {
        var result = perform("echo half > report.txt; echo no space >&2; exit 4", "report.txt");

        assertThat(result).isEqualTo(new ActionResult.Failed("exit status 4: no space\n"));
        assertThat(folder.resolve("report.txt")).doesNotExist();
    }

    @Test
    void theJournalAndTheNetworkAreOutOfReach() throws Exception {
        Files.writeString(Files.createDirectories(folder.resolve(".muster")).resolve("muster.db"), "journal");

        var result = perform("ls -A; ls /sys/class/net 2>/dev/null; cat /proc/net/route | wc -l");

        assertThat(outputs(result).get("stdout")).doesNotContain(".muster").endsWith("1\n");
    }

    @Test
    void aLinkInTheWorkspaceDoesNotLeadADeliverableOut(@TempDir Path elsewhere) throws Exception {
        Files.createSymbolicLink(folder.resolve("out"), elsewhere);

        var result = perform("rm out; mkdir out; echo x > out/a.txt", "out/a.txt");

        assertThat(result)
                .isInstanceOfSatisfying(
                        ActionResult.Failed.class,
                        failed -> assertThat(failed.why()).contains("leads out of the workspace by a link"));
        assertThat(elsewhere).isEmptyDirectory();
    }

    @Test
    void itIsEndedWhenItsTimeIsOver() throws Exception {
        var slow = new Action.Command(List.of("sleep", "60"), null, Duration.ofMillis(400));

        assertThat(commands().perform(slow, Given.attempt("r1/a", 1)))
                .isEqualTo(new ActionResult.Failed("took longer than PT0.4S"));
    }

    private ActionResult perform(String script, String... deliverables) throws InterruptedException {
        return commands()
                .perform(new Action.Command(List.of("/bin/sh", "-c", script)), Given.attempt("r1/a", 7, deliverables));
    }

    private SandboxedCommands commands() {
        return new SandboxedCommands(new Sandbox(new Launcher(2)), folder, UnaryOperator.identity());
    }

    private static Map<String, String> outputs(ActionResult result) {
        assertThat(result).isInstanceOf(ActionResult.Succeeded.class);
        return ((ActionResult.Succeeded) result).outputs();
    }
}
