package muster.actions;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import muster.plan.Action;
import muster.plan.Branch;
import muster.run.ActionResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class CommandPerformerTest {
    private static final Assignment CALL = Given.attempt("r1/a", 7, Map.of("answer", "skip"));

    @TempDir
    Path directory;

    @Test
    void aCommandThatEndsWellSucceedsWithWhatItPrinted() throws Exception {
        Files.writeString(directory.resolve("here"), "");

        assertThat(perform("ls")).isEqualTo(succeeded("here\n", ""));
    }

    @Test
    void aCommandThatEndsBadlyFailsWithItsStatusAndError() throws Exception {
        assertThat(perform("sh", "-c", "echo no space >&2; exit 3"))
                .isEqualTo(new ActionResult.Failed("exit status 3: no space\n"));
    }

    @Test
    void aCommandSeesOnlyTheGivenEnvironmentAndItsKey() throws Exception {
        assertThat(perform("env"))
                .isInstanceOfSatisfying(
                        ActionResult.Succeeded.class,
                        result -> assertThat(result.outputs().get("stdout").lines())
                                .containsExactlyInAnyOrder(
                                        "PATH=/usr/bin:/bin",
                                        "MUSTER_KEY=r1/a",
                                        "MUSTER_FENCE=7",
                                        "MUSTER_ATTEMPT=" + CALL.mark(),
                                        "MUSTER_ANSWER=skip"));
    }

    @Test
    void inATimeBoxACommandIsToldWhichPartOfTheStepItGoesOnWith() throws Exception {
        var boxed = new Assignment(
                CALL.call(), CALL.step(), CALL.mark(), new TreeMap<>(), null, Instant.parse("2026-01-05T10:00:00Z"), 2);

        assertThat(Processes.told(boxed)).containsEntry("MUSTER_PART", "2").containsEntry("MUSTER_PARTS", "1");
        assertThat(new Contract(boxed, null, Path.of("/w")).tree().get("part").asInt())
                .isEqualTo(2);
        assertThat(Processes.told(CALL)).doesNotContainKeys("MUSTER_PART", "MUSTER_PARTS");
    }

    @Test
    void argumentsAreNeverReadByAShell() throws Exception {
        assertThat(perform("echo", "$(id) ; `id` > x")).isEqualTo(succeeded("$(id) ; `id` > x\n", ""));
    }

    @Test
    void aCommandThatTakesTooLongIsKilledWithItsChildren() throws Exception {
        var impatient = performer(Duration.ofMillis(300));

        var result =
                impatient.perform(new Action.Command(List.of("sh", "-c", "sleep 60 & echo $! > child; wait")), CALL);

        var child = Long.parseLong(Files.readString(directory.resolve("child")).strip());
        assertThat(result).isEqualTo(new ActionResult.Failed("took longer than PT0.3S"));
        ProcessHandle.of(child).ifPresent(left -> assertThat(left.onExit()).succeedsWithin(Duration.ofSeconds(5)));
    }

    @Test
    void ofALongOutputBeginningAndEndAreKeptAndItsHash() throws Exception {
        assertThat(perform("sh", "-c", "head -c 300000 /dev/zero | tr '\\0' x; echo the end"))
                .isInstanceOfSatisfying(ActionResult.Succeeded.class, result -> {
                    assertThat(result.outputs().get("stdout"))
                            .hasSize(Capture.KEPT)
                            .startsWith("xx")
                            .contains("cut")
                            .endsWith("xthe end\n");
                    assertThat(result.outputs()).containsKey("stdout-sha256");
                });
    }

    @Test
    void secretsAreTakenOutOfOutputAndError() throws Exception {
        assertThat(perform("echo", "token=hunter2")).isEqualTo(succeeded("token=***\n", ""));
        assertThat(perform("sh", "-c", "echo hunter2 >&2; exit 1"))
                .isEqualTo(new ActionResult.Failed("exit status 1: ***\n"));
    }

    @Test
    void aCommandThatDoesNotExistFails() throws Exception {
        assertThat(perform("no-such-command-anywhere"))
                .isInstanceOfSatisfying(
                        ActionResult.Failed.class,
                        failed -> assertThat(failed.why()).startsWith("cannot start no-such-command-anywhere"));
    }

    @Test
    void aCommandThatReadsItsInputFindsItsEnd() throws Exception {
        assertThat(perform("cat")).isEqualTo(succeeded("", ""));
    }

    @Test
    void whatRunsOnInTheBackgroundIsEndedWithACommandThatIsInterrupted() throws Exception {
        var script = "setsid sleep 60 & echo $! > child; sleep 60";
        var working = new Thread(() -> {
            try {
                perform("sh", "-c", script);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });

        working.start();
        while (!Files.exists(directory.resolve("child"))
                || Files.readString(directory.resolve("child")).isBlank()) {
            Thread.onSpinWait();
        }
        working.interrupt();
        working.join();

        var child = Long.parseLong(Files.readString(directory.resolve("child")).strip());
        ProcessHandle.of(child).ifPresent(left -> assertThat(left.onExit()).succeedsWithin(Duration.ofSeconds(5)));
    }

    @Test
    void aCommandRunsInTheWorktreeOfItsBranch() throws Exception {
        var branch = new Branch("task/a");
        var lost = performer(Duration.ofSeconds(20)).perform(new Action.Command(List.of("pwd"), branch, null), CALL);
        var folder = Files.createDirectories(new Worktrees(directory).of(branch));
        var found = performer(Duration.ofSeconds(20)).perform(new Action.Command(List.of("pwd"), branch, null), CALL);

        assertThat(lost).isEqualTo(new ActionResult.Failed("the worktree of task/a is not there"));
        assertThat(found).isEqualTo(succeeded(folder.toRealPath() + "\n", ""));
    }

    private ActionResult perform(String... argv) throws InterruptedException {
        return performer(Duration.ofSeconds(20)).perform(new Action.Command(List.of(argv)), CALL);
    }

    private CommandPerformer performer(Duration limit) {
        var environment = new TreeMap<>(Map.of("PATH", "/usr/bin:/bin"));
        return new CommandPerformer(directory, environment, limit, text -> text.replace("hunter2", "***"));
    }

    private static ActionResult succeeded(String output, String errors) {
        return new ActionResult.Succeeded(new TreeMap<>(Map.of("stdout", output, "stderr", errors)));
    }
}
