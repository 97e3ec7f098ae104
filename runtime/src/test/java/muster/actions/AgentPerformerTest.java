package muster.actions;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import muster.plan.Action;
import muster.run.ActionResult;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/// Agents are shell scripts: real processes that behave well, and badly.
@Timeout(30)
class AgentPerformerTest {
    private static final String DONE =
            "{\"schema\":\"muster.result/1\",\"task\":\"a\",\"fence\":7,\"status\":\"done\",\"outputs\":{\"n\":4}}";

    @TempDir
    Path folder;

    @Test
    void anAgentIsToldItsContractInOneLineAndAnswersInOne() throws Exception {
        var result = perform("read -r line; echo \"$line\" > contract; echo working; echo '" + DONE + "'");

        assertThat(result).isEqualTo(new ActionResult.Succeeded(new TreeMap<>(Map.of("n", "4"))));
        var contract = JsonMapper.shared().readTree(Files.readString(folder.resolve("contract")));
        assertThat(contract.path("schema").asString()).isEqualTo(Contract.SCHEMA);
        assertThat(contract.path("instruction").asString()).isEqualTo("Write it");
        assertThat(contract.path("fence").asLong()).isEqualTo(7);
        assertThat(contract.path("key").asString()).isEqualTo("r1/a");
        assertThat(contract.path("deliverables").path(0).asString()).isEqualTo("out/a.txt");
        assertThat(contract.path("folder").asString()).isEqualTo(folder.toString());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
                    true                                    ~ the agent ended with status 0 and said nothing
                    exit 3                                  ~ the agent ended with status 3 and said nothing
                    kill -9 $$                              ~ the agent ended with status 137 and said nothing
                    echo I am done!                         ~ the last line of the agent is no JSON
                    echo '{"status":"done"}'                ~ the last line of the agent is no result of the form muster.result/1
                    echo '[1]'                              ~ the last line of the agent is no result of the form muster.result/1
                    echo null                               ~ the last line of the agent is no result of the form muster.result/1
                    head -c 100000 /dev/urandom             ~ the last line of the agent is no JSON
                    echo "$DONE" ; exit 1                   ~ the agent said that it is done, but ended with status 1
                    echo "$DONE" | sed s/7/8/               ~ the agent answered for another task or attempt
                    echo "$DONE" | sed s/a/b/3              ~ the agent answered for another task or attempt
                    echo "$DONE" | sed s/done/fine/         ~ the agent's status is none of done, failed, question
                    echo "$DONE" | sed s/done/question/     ~ the agent asks, but says not what
                    echo "$DONE" | sed s/done/failed/       ~ the agent failed: without a reason
                    """)
    void whatIsNoTrueResultFailsTheAttempt(String script, String why) throws Exception {
        var result = perform(script.replace("$DONE", DONE.replace("\"", "\\\"")));

        assertThat(result)
                .isInstanceOfSatisfying(
                        ActionResult.Failed.class,
                        failed -> assertThat(failed.why()).startsWith(why));
    }

    @Test
    void questionsAndReasonsArePassedOn() throws Exception {
        var asked = DONE.replace("\"done\"", "\"question\",\"questions\":[\"Which table?\",\"By when?\"]");
        var failed = DONE.replace("\"done\"", "\"failed\",\"why\":\"no access to hunter2\"");

        assertThat(perform("echo '" + asked + "'"))
                .isEqualTo(new ActionResult.NeedsDecision(List.of("Which table?", "By when?")));
        assertThat(perform("echo '" + failed + "'"))
                .isEqualTo(new ActionResult.Failed("the agent failed: no access to ***"));
    }

    @Test
    void anAgentThatSaysNothingIsEndedWhenItsTimeIsOver() throws Exception {
        var result = perform("exec sleep 60", Duration.ofMillis(300));

        assertThat(result)
                .isInstanceOfSatisfying(
                        ActionResult.Failed.class,
                        failed -> assertThat(failed.why()).startsWith("the agent took longer than PT0.3S"));
    }

    @Test
    void anAgentThatIsCancelledSeesTheEndOfItsInputFirst() throws Exception {
        cancelled("read -r line; touch begun; cat > /dev/null; echo stopped > how; sleep 60");

        assertThat(folder.resolve("how")).hasContent("stopped\n");
    }

    @Test
    void thenItIsAskedToEndAndMayTidyUp() throws Exception {
        cancelled("trap 'echo tidy > how; exit 1' TERM; touch begun; while :; do sleep 0.05; done");

        assertThat(folder.resolve("how")).hasContent("tidy\n");
    }

    @Test
    void thenItIsKilledWithAllThatItHasStartedAlsoWhatLeftIt() throws Exception {
        cancelled("trap '' TERM; (setsid sleep 60 & echo $! > child); touch begun; while :; do sleep 0.05; done");

        var child = Long.parseLong(Files.readString(folder.resolve("child")).strip());
        ProcessHandle.of(child).ifPresent(left -> assertThat(left.onExit()).succeedsWithin(Duration.ofSeconds(5)));
    }

    @Test
    void anAgentThatNeverReadsAHugeContractDoesNotHang() throws Exception {
        var large = "x".repeat(1 << 20);
        var action = new Action.Agent(List.of("/bin/sh", "-c", "echo '" + DONE + "'"), large, null, null);

        assertThat(performer().perform(action, Given.attempt("r1/a", 7))).isInstanceOf(ActionResult.Succeeded.class);
    }

    private void cancelled(String script) throws Exception {
        var ended = new CompletableFuture<@Nullable ActionResult>();
        var working = new Thread(() -> {
            try {
                ended.complete(perform(script));
            } catch (InterruptedException e) {
                ended.complete(null);
            }
        });
        working.start();
        while (!Files.exists(folder.resolve("begun"))) {
            Thread.onSpinWait();
        }
        working.interrupt();

        assertThat(ended.get()).isNull();
    }

    private ActionResult perform(String script) throws InterruptedException {
        return perform(script, Duration.ofSeconds(20));
    }

    private ActionResult perform(String script, Duration timeout) throws InterruptedException {
        var action = new Action.Agent(List.of("/bin/sh", "-c", script), "Write it", null, timeout);
        return performer().perform(action, Given.attempt("r1/a", 7, "out/a.txt"));
    }

    private AgentPerformer performer() {
        return new AgentPerformer(
                folder,
                new TreeMap<>(Map.of("PATH", "/usr/bin:/bin")),
                Duration.ofMillis(600),
                text -> text.replace("hunter2", "***"));
    }
}
