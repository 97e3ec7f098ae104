package muster.probes.host;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import muster.plan.Invocation;
import muster.sandbox.Launch;
import muster.sandbox.Launcher;
import muster.sandbox.SandboxResult;

/// One shell that stays and runs a command at a time, each in a process of its own. It leads a process group, so that
/// everything it has started can be killed with it.
final class ShellWorker implements AutoCloseable {
    private static final Path OWN_GROUP = Path.of("/usr/bin/setsid");
    private static final String SHELL = "/bin/sh";

    /// The mark on the other stream is printed before; a pipe holds it until it is read.
    private static final Duration DRAIN = Duration.ofSeconds(2);

    private final Process process;
    private final ExecutorService readers = Executors.newFixedThreadPool(
            2, Thread.ofPlatform().daemon().name("shell-output-", 0).factory());

    private ShellWorker(Process process) {
        this.process = process;
    }

    /// @param folder where commands run
    static ShellWorker start(Path folder) throws IOException {
        var argv = Files.isExecutable(OWN_GROUP) ? List.of(OWN_GROUP.toString(), SHELL) : List.of(SHELL);
        var builder = new ProcessBuilder(argv).directory(folder.toFile());
        builder.environment().clear();
        builder.environment().putAll(Launch.of(argv, folder, DRAIN).environment());
        return new ShellWorker(builder.start());
    }

    /// Runs one command to its end or its limit.
    ///
    /// @param mark a text that the command cannot know
    /// @throws IOException if the shell itself ended; it can no longer be used, nor can it after a command that
    ///     overran
    SandboxResult run(Invocation invocation, String mark, Duration wall) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        var out = reading(process.getInputStream(), mark);
        var err = reading(process.getErrorStream(), mark);
        var stdin = process.getOutputStream();
        stdin.write(script(invocation, mark).getBytes(StandardCharsets.UTF_8));
        stdin.flush();
        try {
            var printed = out.get(wall.toNanos(), TimeUnit.NANOSECONDS);
            var told = err.get(DRAIN.toNanos(), TimeUnit.NANOSECONDS);
            var took = Duration.ofNanos(System.nanoTime() - begin);
            return new SandboxResult.Finished(
                    Integer.parseInt(printed.rest()), printed.text(), told.text(), took, List.of(), Set.of());
        } catch (TimeoutException e) {
            return new SandboxResult.TimedOut(Duration.ofNanos(System.nanoTime() - begin));
        } catch (ExecutionException e) {
            throw new IOException("the shell ended", e);
        }
    }

    private CompletableFuture<Frame> reading(InputStream stream, String mark) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return Frame.read(stream, mark, Launcher.OUTPUT_LIMIT);
                    } catch (IOException e) {
                        throw new java.io.UncheckedIOException(e);
                    }
                },
                readers);
    }

    /// In a subshell, so that nothing it does to its shell stays; without input, because the input is this script.
    static String script(Invocation invocation, String mark) {
        var command = switch (invocation) {
            case Invocation.Argv(List<String> words) ->
                "exec " + words.stream().map(ShellWorker::quoted).collect(Collectors.joining(" "));
            case Invocation.Shell(String line) -> "eval " + quoted(line);
        };
        return "(" + command + ")</dev/null;s=$?;echo " + mark + ">&2;echo " + mark + "$s\n";
    }

    /// Inside single quotes every character stands for itself, except the quote. Source: POSIX shell, 2.2.2.
    static String quoted(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }

    /// Kills the shell and everything in its group.
    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        killGroup(process.pid());
        process.destroyForcibly();
        readers.shutdownNow();
    }

    /// What has lost its parent is no descendant any more, but still of the group.
    private static void killGroup(long leader) {
        try {
            var kill = new ProcessBuilder(SHELL, "-c", "kill -KILL -- -" + leader)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            kill.waitFor(DRAIN.toNanos(), TimeUnit.NANOSECONDS);
        } catch (IOException _) {
            // Without a shell no worker has ever started.
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// Lets the shell end by itself; it does once its input ends.
    void dismiss() {
        try {
            process.getOutputStream().close();
        } catch (IOException _) {
            // It has ended already.
        }
        readers.shutdownNow();
    }
}
