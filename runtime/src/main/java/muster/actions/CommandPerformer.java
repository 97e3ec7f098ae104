package muster.actions;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import muster.plan.Action;
import muster.run.ActionResult;
import muster.sandbox.Launch;
import muster.sandbox.Launched;
import muster.sandbox.Launcher;

/// Runs commands that the operator trusts: without a shell, with nothing of this process's environment, within a time
/// limit. What it prints is kept redacted and shortened.
///
/// @param directory the workspace
/// @param environment all that it sees of an environment, besides what it is told of its attempt
/// @param limit longest time if the action says none; then the command and all it has started are killed
/// @param redact takes secrets out of what it printed
public record CommandPerformer(
        Path directory, SortedMap<String, String> environment, Duration limit, UnaryOperator<String> redact)
        implements Performer<Action.Command> {
    /// Longest time of a command whose action says none.
    public static final Duration USUAL = Duration.ofMinutes(10);

    private static final Launcher LAUNCHER = new Launcher(Integer.MAX_VALUE);

    public CommandPerformer {
        environment = Collections.unmodifiableSortedMap(new TreeMap<>(environment));
    }

    @Override
    public ActionResult perform(Action.Command action, Assignment assignment) throws InterruptedException {
        var folder = new Worktrees(directory).of(action);
        if (!Files.isDirectory(folder)) {
            return new ActionResult.Failed("the worktree of " + action.place() + " is not there");
        }
        var wall = Objects.requireNonNullElse(action.timeout(), limit);
        var launch = Launch.of(action.argv(), folder, wall)
                .in(Processes.environment(environment, assignment))
                .keeping(Capture.READ);
        var ended = false;
        try {
            var launched = LAUNCHER.run(launch);
            ended = launched instanceof Launched.Ended;
            return result(action, launched, wall);
        } finally {
            if (!ended) {
                Processes.endOf(assignment);
            }
        }
    }

    private ActionResult result(Action.Command action, Launched launched, Duration wall) {
        var capture = new Capture(redact);
        return switch (launched) {
            case Launched.Ended(var exit, var stdout, var stderr, var _) ->
                exit == 0
                        ? new ActionResult.Succeeded(capture.outputs(stdout, stderr))
                        : new ActionResult.Failed("exit status " + exit + ": " + capture.text(stderr));
            case Launched.Overran _ -> new ActionResult.Failed("took longer than " + wall);
            case Launched.NotStarted(var why) ->
                new ActionResult.Failed("cannot start " + action.argv().getFirst() + ": " + why);
        };
    }
}
