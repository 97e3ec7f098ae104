package muster.probes.host;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Deque;
import java.util.HexFormat;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import muster.plan.Invocation;
import muster.sandbox.SandboxResult;

/// Runs commands that the operator vouches for, on this machine and without a sandbox, by a few shells that stay: to
/// start a process from a shell costs a tenth of starting it from here. The environment is scrubbed all the same.
public final class TrustedCommands implements AutoCloseable {
    /// Commands wait for each other's disk more than for a processor; more shells were not faster on two processors.
    private static final int WORKERS = 4;

    private static final int SECRET = 16;

    private final Path folder;
    private final Semaphore free = new Semaphore(WORKERS);
    private final Deque<ShellWorker> idle = new ConcurrentLinkedDeque<>();
    private final String secret;
    private final AtomicLong count = new AtomicLong();

    /// @param folder where commands run
    public TrustedCommands(Path folder) {
        this.folder = folder;
        var bytes = new byte[SECRET];
        new SecureRandom().nextBytes(bytes);
        secret = HexFormat.of().formatHex(bytes);
    }

    /// Runs a command to its end or its limit; then everything it has started is killed. The wait for a free shell
    /// does not count against the limit. What a command leaves running in the background is not waited for.
    public SandboxResult run(Invocation invocation, Duration wall) throws InterruptedException {
        if (invocation.argv().stream().anyMatch(word -> word.indexOf('\0') >= 0)) {
            return new SandboxResult.NotAvailable("no program takes an argument that contains NUL");
        }
        free.acquire();
        try {
            return ran(invocation, wall);
        } catch (IOException e) {
            return new SandboxResult.NotAvailable("it could not be run: " + e.getMessage());
        } finally {
            free.release();
        }
    }

    private SandboxResult ran(Invocation invocation, Duration wall) throws IOException, InterruptedException {
        var waiting = idle.poll();
        var worker = waiting == null ? ShellWorker.start(folder) : waiting;
        boolean usable = false;
        try {
            var result = worker.run(invocation, "muster-" + secret + "-" + count.incrementAndGet() + ":", wall);
            usable = result instanceof SandboxResult.Finished;
            return result;
        } finally {
            if (usable) {
                idle.push(worker);
            } else {
                worker.close();
            }
        }
    }

    /// Lets the shells end; the next command starts another.
    @Override
    public void close() {
        for (var worker = idle.poll(); worker != null; worker = idle.poll()) {
            worker.dismiss();
        }
    }
}
