package muster.actions;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;
import muster.plan.Action;
import muster.run.ActionResult;
import muster.sandbox.Launch;
import muster.sandbox.Launched;
import muster.sandbox.Launcher;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Starts an agent as a process that the operator trusts. It is given its contract as one line of JSON on its standard
/// input, which then stays open; that it closes is the order to stop, after which the process is asked to end and then
/// killed with all it has started. The last line of its standard output is its result; what it says there is a claim.
///
/// @param directory the workspace
/// @param environment all that it sees of an environment, besides what it is told of its attempt
/// @param grace how long it has to stop by itself
/// @param redact takes secrets out of what it printed
public record AgentPerformer(
        Path directory, SortedMap<String, String> environment, Duration grace, UnaryOperator<String> redact)
        implements Performer<Action.Agent> {
    /// Longest time of an agent whose action says none.
    public static final Duration USUAL = Duration.ofHours(1);

    /// Time to stop by itself: to close files and say a word, not to finish.
    public static final Duration USUAL_GRACE = Duration.ofSeconds(10);

    /// Version of the form of its result.
    public static final String SCHEMA = "muster.result/1";

    private static final Launcher LAUNCHER = new Launcher(Integer.MAX_VALUE);
    private static final JsonMapper MAPPER = JsonMapper.shared();

    /// Outputs that are kept: names and figures, not documents.
    private static final int MOST_OUTPUTS = 100;

    public AgentPerformer {
        environment = Collections.unmodifiableSortedMap(new TreeMap<>(environment));
    }

    @Override
    public ActionResult perform(Action.Agent action, Assignment assignment) throws InterruptedException {
        var contract = Contract.of(assignment, action, directory);
        if (!Files.isDirectory(contract.folder())) {
            return new ActionResult.Failed("the worktree of " + action.worktree() + " is not there");
        }
        var wall = Objects.requireNonNullElse(action.timeout(), USUAL);
        var over = new CountDownLatch(1);
        var launch = Launch.of(action.argv(), contract.folder(), wall)
                .in(Processes.environment(environment, assignment))
                .fedBy(stdin -> talk(contract, stdin, over))
                .ending(grace);
        try {
            return result(LAUNCHER.run(launch), assignment, wall);
        } finally {
            over.countDown();
            Processes.endOf(assignment);
        }
    }

    /// The line, and then nothing until it is over.
    private static void talk(Contract contract, OutputStream stdin, CountDownLatch over) throws IOException {
        stdin.write(contract.line().getBytes(StandardCharsets.UTF_8));
        stdin.flush();
        try {
            over.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private ActionResult result(Launched launched, Assignment assignment, Duration wall) {
        var capture = new Capture(redact);
        return switch (launched) {
            case Launched.Overran(var _, var stderr, var _) ->
                new ActionResult.Failed("the agent took longer than " + wall + ": " + capture.text(stderr));
            case Launched.NotStarted(var why) -> new ActionResult.Failed("the agent cannot be started: " + why);
            case Launched.Ended(var exit, var stdout, var stderr, var _) -> {
                var said = said(stdout, assignment, exit);
                yield said instanceof ActionResult.Failed(var why)
                        ? new ActionResult.Failed(capture.text(why + (stderr.isBlank() ? "" : "; it wrote: " + stderr)))
                        : said;
            }
        };
    }

    /// What it claims, as far as it can be believed.
    private ActionResult said(String stdout, Assignment assignment, int exit) {
        var last = stdout.lines().filter(line -> !line.isBlank()).reduce("", (_, next) -> next);
        if (last.isEmpty()) {
            return new ActionResult.Failed("the agent ended with status " + exit + " and said nothing");
        }
        try {
            var result = MAPPER.readTree(last);
            return result.isObject() && SCHEMA.equals(result.path("schema").asString(""))
                    ? claimed(result, assignment, exit)
                    : new ActionResult.Failed("the last line of the agent is no result of the form " + SCHEMA);
        } catch (JacksonException e) {
            return new ActionResult.Failed("the last line of the agent is no JSON");
        }
    }

    private ActionResult claimed(JsonNode result, Assignment assignment, int exit) {
        var call = assignment.call();
        if (result.path("fence").asLong(-1) != call.fence()
                || !result.path("task").asString("").equals(call.task().value())) {
            return new ActionResult.Failed("the agent answered for another task or attempt");
        }
        return switch (result.path("status").asString("")) {
            case "done" ->
                exit == 0
                        ? new ActionResult.Succeeded(outputs(result.path("outputs")))
                        : new ActionResult.Failed("the agent said that it is done, but ended with status " + exit);
            case "failed" ->
                new ActionResult.Failed(
                        "the agent failed: " + result.path("why").asString("without a reason"));
            case "question" -> question(result.path("questions"));
            default -> new ActionResult.Failed("the agent's status is none of done, failed, question");
        };
    }

    private ActionResult question(JsonNode questions) {
        var capture = new Capture(redact);
        var all = new ArrayList<String>();
        questions
                .valueStream()
                .filter(JsonNode::isString)
                .limit(MOST_OUTPUTS)
                .forEach(each -> all.add(capture.text(each.asString())));
        return all.isEmpty()
                ? new ActionResult.Failed("the agent asks, but says not what")
                : new ActionResult.NeedsDecision(List.copyOf(all));
    }

    private SortedMap<String, String> outputs(JsonNode given) {
        var capture = new Capture(redact);
        var outputs = new TreeMap<String, String>();
        given.properties().stream()
                .limit(MOST_OUTPUTS)
                .forEach(each -> capture.put(
                        outputs,
                        capture.text(each.getKey()),
                        each.getValue().isValueNode()
                                ? each.getValue().asString("")
                                : each.getValue().toString()));
        return outputs;
    }
}
