package muster.engines;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import muster.run.ActionCall;
import muster.run.ActionResult;

/// Runs commands that the operator trusts: without a shell, with nothing of this process's environment, within a time
/// limit. What it prints is kept redacted and shortened.
///
/// @param directory where it runs
/// @param environment all that it sees of an environment, besides `MUSTER_KEY`, `MUSTER_FENCE` and, once
///     a question was answered, `MUSTER_ANSWER`
/// @param limit longest time; then the command and its children are killed
/// @param redact takes secrets out of what it printed
public record CommandPerformer(
        Path directory, SortedMap<String, String> environment, Duration limit, UnaryOperator<String> redact) {
    public CommandPerformer {
        environment = Collections.unmodifiableSortedMap(new TreeMap<>(environment));
    }

    ActionResult perform(List<String> argv, ActionCall call) throws InterruptedException {
        try {
            return watch(start(argv, call));
        } catch (IOException e) {
            return new ActionResult.Failed("cannot start " + argv.getFirst() + ": " + e.getMessage());
        }
    }

    private Process start(List<String> argv, ActionCall call) throws IOException {
        var builder = new ProcessBuilder(argv).directory(directory.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        builder.environment().put("MUSTER_KEY", call.key());
        builder.environment().put("MUSTER_FENCE", Long.toString(call.fence()));
        call.arguments()
                .forEach((name, value) -> builder.environment().put("MUSTER_" + name.toUpperCase(Locale.ROOT), value));
        return builder.start();
    }

    private ActionResult watch(Process process) throws InterruptedException, IOException {
        try {
            process.getOutputStream().close();
            var output = Tail.of(process.getInputStream());
            var errors = Tail.of(process.getErrorStream());
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                return new ActionResult.Failed("took longer than " + limit);
            }
            return result(process.exitValue(), redact.apply(output.text()), redact.apply(errors.text()));
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private static ActionResult result(int status, String output, String errors) {
        if (status != 0) {
            return new ActionResult.Failed("exit status " + status + ": " + errors);
        }
        return new ActionResult.Succeeded(new TreeMap<>(Map.of("stdout", output, "stderr", errors)));
    }
}
