package muster.probes;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import muster.observation.Redaction;
import muster.plan.Expectation;

/// Runs plain lists of checks: a bounded number at once, told in their order as soon as they are there. It seals no
/// evidence; what it keeps in memory does not grow with the list.
public final class Checks {
    /// Checks wait for disk and processes more than they count.
    private static final int THREADS = 4 * Runtime.getRuntime().availableProcessors();

    /// How far the fastest may be ahead of the slowest.
    private static final int WINDOW = 256;

    private final Probes probes;
    private final Redaction redaction;
    private final Instant now;

    /// @param workspace what is probed, and by what means
    /// @param now what the clock shows
    public Checks(Workspace workspace, Instant now) {
        this.now = now;
        probes = new Probes(workspace);
        redaction = Redaction.of(workspace.secrets());
    }

    /// Runs all of them; the results are told on the caller's thread.
    ///
    /// @throws InterruptedException if interrupted; whatever still runs is killed
    public void run(Iterable<Expectation> checks, Consumer<Checked> told) throws InterruptedException {
        Deque<Future<Checked>> running = new ArrayDeque<>();
        var executor = Executors.newFixedThreadPool(
                THREADS, Thread.ofPlatform().daemon().factory());
        try {
            for (var check : checks) {
                if (running.size() == WINDOW) {
                    told.accept(first(running));
                }
                running.add(executor.submit(() -> checked(check)));
            }
            while (!running.isEmpty()) {
                told.accept(first(running));
            }
        } finally {
            executor.shutdownNow();
            probes.rest();
        }
    }

    private static Checked first(Deque<Future<Checked>> running) throws InterruptedException {
        try {
            return running.remove().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a probe answers with what it saw, it never throws", e);
        }
    }

    private Checked checked(Expectation check) {
        long begin = System.nanoTime();
        var seen = probes.observed(check, now).getFirst();
        return new Checked(
                check,
                seen.kind(),
                seen.result(),
                seen.reached(),
                redaction.redact(seen.summary()),
                seen.inputs(),
                Duration.ofNanos(System.nanoTime() - begin));
    }
}
