package muster.targets;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
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
import muster.sandbox.Launcher;
import muster.sandbox.SandboxResult;

/// One shell that stays and runs a command at a time, each in a process of its own.
final class Shell implements AutoCloseable {
    /// Texts in one language, and the system's programs, which a login over the net does not always see.
    static final String FOREIGN =
            "unset LC_ALL LC_MESSAGES LANGUAGE;LANG=C.UTF-8;PATH=$PATH:/usr/sbin:/sbin;" + "export LANG PATH\n";

    /// The mark on the other stream is printed before; a pipe holds it until it is read.
    private static final Duration DRAIN = Duration.ofSeconds(2);

    private final Driver driver;
    private final Process process;
    private final ExecutorService readers = Executors.newFixedThreadPool(
            2, Thread.ofPlatform().daemon().name("shell-output-", 0).factory());
    private String id = "";

    private Shell(Driver driver, Process process) {
        this.driver = driver;
        this.process = process;
    }

    /// The shell, once it answers. What the machine prints before is dropped.
    ///
    /// @param mark a text that nobody there can know
    /// @throws IOException if it does not answer, with the reason
    static Shell open(Driver driver, String mark) throws IOException, InterruptedException {
        var shell = new Shell(driver, driver.start());
        boolean open = false;
        try {
            var word = driver.prelude() + "echo " + mark + ">&2;echo " + mark + "$$\n";
            shell.id = shell.frames(word, mark, driver.patience()).out().rest();
            open = true;
            return shell;
        } catch (TimeoutException e) {
            throw new IOException(
                    "it did not answer within " + driver.patience().toSeconds() + " s", e);
        } finally {
            if (!open) {
                shell.close();
            }
        }
    }

    /// The number of its process there; it leads a group, so that everything it has started can be killed
    /// with it.
    String id() {
        return id;
    }

    private record Printed(Frame out, Frame err) {}

    /// Runs one command to its end or its limit.
    ///
    /// @param mark a text that the command cannot know
    /// @throws IOException if the shell itself ended; it can no longer be used, nor can it after a command that
    /// overran
    SandboxResult run(Invocation invocation, String mark, Duration wall) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        try {
            var printed = frames(script(invocation, mark), mark, wall);
            var took = Duration.ofNanos(System.nanoTime() - begin);
            return new SandboxResult.Finished(
                    Integer.parseInt(printed.out().rest()),
                    printed.out().text(),
                    printed.err().text(),
                    took,
                    List.of(),
                    Set.of());
        } catch (TimeoutException e) {
            return new SandboxResult.TimedOut(Duration.ofNanos(System.nanoTime() - begin));
        }
    }

    private Printed frames(String script, String mark, Duration wall)
            throws IOException, InterruptedException, TimeoutException {
        var out = reading(process.getInputStream(), mark);
        var err = reading(process.getErrorStream(), mark);
        try {
            var stdin = process.getOutputStream();
            stdin.write(script.getBytes(StandardCharsets.UTF_8));
            stdin.flush();
            var printed = out.get(wall.toNanos(), TimeUnit.NANOSECONDS);
            return new Printed(printed, err.get(DRAIN.toNanos(), TimeUnit.NANOSECONDS));
        } catch (IOException | ExecutionException e) {
            throw new IOException(lastWords(err), e);
        }
    }

    /// What was printed on the error output before it ended, in one line.
    private static String lastWords(CompletableFuture<Frame> err) throws InterruptedException {
        try {
            err.get(DRAIN.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof java.io.UncheckedIOException wrapped
                    && wrapped.getCause() instanceof Frame.Ended ended) {
                return Words.last(ended.text());
            }
        } catch (TimeoutException _) {
            // It holds its error output open and says nothing.
        }
        return "the shell ended";
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

    /// In a subshell, so that nothing it does to its shell stays; without input, because the input is this
    /// script.
    static String script(Invocation invocation, String mark) {
        var command = switch (invocation) {
            case Invocation.Argv(List<String> words) ->
                "exec " + words.stream().map(Shell::quoted).collect(Collectors.joining(" "));
            case Invocation.Shell(String line) -> "eval " + quoted(line);
        };
        return "(" + command + ")</dev/null;s=$?;echo " + mark + ">&2;echo " + mark + "$s\n";
    }

    /// Inside single quotes every character stands for itself, except the quote. Source: POSIX shell, 2.2.2.
    static String quoted(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }

    /// Ends the shell and what of its work can be ended from here.
    @Override
    public void close() {
        driver.end(process);
        readers.shutdownNow();
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
