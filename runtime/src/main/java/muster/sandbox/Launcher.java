package muster.sandbox;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Starts processes, a bounded number at once. Interrupting the caller kills the process.
public final class Launcher {
    /// Bytes kept of each output; the middle of more is read and dropped, so that the process does not hang and
    /// its end is known. 1 MiB is far above what a person reads and far below what hurts.
    public static final int OUTPUT_LIMIT = 1 << 20;

    private final Semaphore slots;

    /// @param atOnce how many processes may run at once
    public Launcher(int atOnce) {
        slots = new Semaphore(atOnce, true);
    }

    /// A launcher for this machine: two processes for each processor, because probes wait for disk as often as
    /// they count.
    public static Launcher forThisMachine() {
        return new Launcher(2 * Runtime.getRuntime().availableProcessors());
    }

    /// Runs a process to its end or its limit. The wait for a free slot does not count against the limit.
    public Launched run(Launch launch) throws InterruptedException {
        slots.acquire();
        try {
            return started(launch);
        } catch (IOException e) {
            return new Launched.NotStarted(String.valueOf(e.getMessage()));
        } finally {
            slots.release();
        }
    }

    private static Launched started(Launch launch) throws IOException, InterruptedException {
        var builder =
                new ProcessBuilder(launch.argv()).directory(launch.directory().toFile());
        builder.environment().clear();
        builder.environment().putAll(launch.environment());
        long begin = System.nanoTime();
        var process = builder.start();
        try {
            var stdout = Output.of(process.getInputStream(), launch.outputLimit());
            var stderr = Output.of(process.getErrorStream(), launch.outputLimit());
            Thread.ofPlatform().daemon().start(() -> feed(process, launch.input()));
            boolean ended = process.waitFor(launch.wall().toNanos(), TimeUnit.NANOSECONDS);
            end(process, launch.grace());
            var took = Duration.ofNanos(System.nanoTime() - begin);
            return ended
                    ? new Launched.Ended(process.exitValue(), stdout.text(), stderr.text(), took)
                    : new Launched.Overran(stdout.text(), stderr.text(), took);
        } catch (InterruptedException e) {
            end(process, launch.grace());
            throw e;
        } finally {
            kill(process);
        }
    }

    /// Its input ends, it is asked to end, and after its time it is killed with all it has started.
    private static void end(Process process, Duration grace) throws InterruptedException {
        if (process.isAlive() && grace.isPositive()) {
            Thread.ofPlatform().daemon().start(() -> closeInput(process));
            var half = grace.dividedBy(2).toNanos();
            if (!process.waitFor(half, TimeUnit.NANOSECONDS)) {
                process.destroy();
                process.waitFor(half, TimeUnit.NANOSECONDS);
            }
        }
        kill(process);
    }

    /// On a thread of its own: it waits for whoever is still writing.
    private static void closeInput(Process process) {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            // It has closed its end already.
        }
    }

    /// By handle, because [Process#destroyForcibly] also closes the outputs, which may not have been read to
    /// their end.
    private static void kill(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.toHandle().destroyForcibly();
    }

    private static void feed(Process process, Launch.Feed input) {
        try (var stdin = process.getOutputStream()) {
            input.into(stdin);
        } catch (IOException _) {
            // A process that ends without reading its input has said all it has to say by its exit status.
        }
    }
}
