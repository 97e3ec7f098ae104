package muster.targets;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Deque;
import java.util.HexFormat;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import muster.plan.Invocation;
import muster.sandbox.SandboxResult;
import org.jspecify.annotations.Nullable;

/// Runs commands on one machine by a few shells that stay: to start a process from a shell costs a tenth of
/// starting it from here, and on another machine a hundredth of logging in. A machine that cannot be reached
/// is not asked again.
public final class Shells implements AutoCloseable {
    /// Commands wait for each other's disk more than for a processor; more shells were not faster on two
    /// processors. Another machine's server admits ten over one connection as a rule. Source:
    /// sshd_config(5), MaxSessions.
    private static final int WORKERS = 4;

    private static final int SECRET = 16;
    private static final Duration KILLING = Duration.ofSeconds(5);

    private final Driver driver;
    private final Semaphore free = new Semaphore(WORKERS);
    private final Deque<Shell> idle = new ConcurrentLinkedDeque<>();

    /// One at a time connects; the others then share its connection, or learn that there is none.
    private final ReentrantLock opening = new ReentrantLock();

    private volatile @Nullable String unreachable;
    private final String secret;
    private final AtomicLong count = new AtomicLong();

    /// @param driver the way to the machine
    public Shells(Driver driver) {
        this.driver = driver;
        var bytes = new byte[SECRET];
        new SecureRandom().nextBytes(bytes);
        secret = HexFormat.of().formatHex(bytes);
    }

    /// Runs a command to its end or its limit; then everything it has started is killed. The wait for a free
    /// shell, and to connect, does not count against the limit. What a command leaves running in the
    /// background is not waited for. Whatever keeps the command from being seen to its end makes it not
    /// available, never failed.
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
        var shell = waiting == null ? open() : waiting;
        boolean usable = false;
        try {
            var result = shell.run(invocation, mark(), wall);
            usable = result instanceof SandboxResult.Finished;
            return result instanceof SandboxResult.TimedOut late ? overran(shell, late) : result;
        } finally {
            if (usable) {
                idle.push(shell);
            } else {
                shell.close();
            }
        }
    }

    /// A command that does not end and a connection that stands still look alike, so it is killed from
    /// another shell: only if that can be done it was the command.
    /// The shell kills: not every container has a program for it.
    private SandboxResult overran(Shell shell, SandboxResult.TimedOut late) throws IOException, InterruptedException {
        shell.close();
        if (driver.hold() == Driver.Hold.WHOLE) {
            return late;
        }
        var other = open();
        boolean usable = false;
        try {
            usable = other.run(new Invocation.Shell("kill -s KILL -- -" + shell.id()), mark(), KILLING)
                    instanceof SandboxResult.Finished;
            return usable ? late : new SandboxResult.NotAvailable("the connection stands still");
        } finally {
            if (usable) {
                idle.push(other);
            } else {
                other.close();
            }
        }
    }

    private Shell open() throws IOException, InterruptedException {
        opening.lockInterruptibly();
        try {
            var why = unreachable;
            if (why != null) {
                throw new IOException(why);
            }
            return Shell.open(driver, mark());
        } catch (IOException e) {
            unreachable = String.valueOf(e.getMessage());
            throw e;
        } finally {
            opening.unlock();
        }
    }

    private String mark() {
        return "muster-" + secret + "-" + count.incrementAndGet() + ":";
    }

    /// Tries to reach the machine again when it is wanted next; for another try.
    public void forget() {
        unreachable = null;
    }

    /// Lets the shells end; the next command starts another.
    @Override
    public void close() {
        for (var shell = idle.poll(); shell != null; shell = idle.poll()) {
            shell.dismiss();
        }
        driver.close();
    }
}
