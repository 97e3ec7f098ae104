package muster.engines;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import muster.run.ActionCall;
import muster.run.ActionResult;

/// Runs commands that the operator trusts: without a shell, with nothing of this process's environment, within a time
/// limit. What it prints is kept redacted and shortened.
///
/// @param directory where it runs
/// @param environment all that it sees of an environment, besides `MUSTER_KEY` and `MUSTER_FENCE`
/// @param limit longest time; then the command and its children are killed
/// @param redact takes secrets out of what it printed
public record CommandPerformer(
        Path directory, SortedMap<String, String> environment, Duration limit, UnaryOperator<String> redact) {
    /// Bytes kept of each stream, from its end: enough for an error message, little enough for a journal.
    static final int KEPT = 4096;

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
        builder.redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
        return builder.start();
    }

    private ActionResult watch(Process process) throws InterruptedException {
        var output = tail(process.getInputStream());
        var errors = tail(process.getErrorStream());
        try {
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                return new ActionResult.Failed("took longer than " + limit);
            }
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        var outputs = new TreeMap<String, String>();
        outputs.put("stdout", redact.apply(output.join()));
        outputs.put("stderr", redact.apply(errors.join()));
        return process.exitValue() == 0
                ? new ActionResult.Succeeded(outputs)
                : new ActionResult.Failed("exit status " + process.exitValue() + ": " + outputs.get("stderr"));
    }

    /// Reads to the end, so that the command never waits for its reader, but keeps only the end.
    private static CompletableFuture<String> tail(InputStream stream) {
        var text = new CompletableFuture<String>();
        Thread.ofVirtual().start(() -> {
            try (stream) {
                text.complete(lastOf(stream));
            } catch (IOException | UncheckedIOException e) {
                text.complete("");
            }
        });
        return text;
    }

    private static String lastOf(InputStream stream) throws IOException {
        var kept = new byte[0];
        for (var chunk = stream.readNBytes(KEPT); chunk.length > 0; chunk = stream.readNBytes(KEPT)) {
            var both = new byte[kept.length + chunk.length];
            System.arraycopy(kept, 0, both, 0, kept.length);
            System.arraycopy(chunk, 0, both, kept.length, chunk.length);
            kept = Arrays.copyOfRange(both, Math.max(0, both.length - KEPT), both.length);
        }
        return new String(kept, StandardCharsets.UTF_8);
    }
}
