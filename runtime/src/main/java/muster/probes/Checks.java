package muster.probes;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import muster.observation.Redaction;
import muster.plan.Expectation;
import muster.plan.HostProbe;
import org.jspecify.annotations.Nullable;

/// Runs plain lists of checks: a bounded number at once, told in their order as soon as they are there. It seals no
/// evidence; what it keeps in memory does not grow with the list.
public final class Checks {
    /// Checks wait for disk and processes more than they count.
    private static final int THREADS = 4 * Runtime.getRuntime().availableProcessors();

    /// How many tasks the fastest may be ahead of the slowest.
    private static final int WINDOW = 128;

    /// Quick checks of one task: to hand a task to another thread takes about as long as to look at a file.
    private static final int BATCH = 16;

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
        Deque<Future<List<Checked>>> running = new ArrayDeque<>();
        var executor = Executors.newFixedThreadPool(
                THREADS, Thread.ofPlatform().daemon().factory());
        try {
            for (var batch = new Batches(checks.iterator()); batch.hasNext(); ) {
                if (running.size() == WINDOW) {
                    first(running).forEach(told);
                }
                var task = batch.next();
                running.add(
                        executor.submit(() -> task.stream().map(this::checked).toList()));
            }
            while (!running.isEmpty()) {
                first(running).forEach(told);
            }
        } finally {
            executor.shutdownNow();
            probes.rest();
        }
    }

    /// Checks that one thread makes one after the other; whatever may have to wait is alone.
    private static final class Batches implements Iterator<List<Expectation>> {
        private final Iterator<Expectation> checks;
        private @Nullable Expectation ahead;

        Batches(Iterator<Expectation> checks) {
            this.checks = checks;
        }

        @Override
        public boolean hasNext() {
            return ahead != null || checks.hasNext();
        }

        @Override
        public List<Expectation> next() {
            var batch = new ArrayList<Expectation>(BATCH);
            for (var check = taken(); check != null; check = batch.size() < BATCH ? taken() : null) {
                if (!isQuick(check) && !batch.isEmpty()) {
                    ahead = check;
                    return batch;
                }
                batch.add(check);
                if (!isQuick(check)) {
                    return batch;
                }
            }
            return batch;
        }

        private @Nullable Expectation taken() {
            var next = ahead;
            ahead = null;
            return next == null && checks.hasNext() ? checks.next() : next;
        }

        private static boolean isQuick(Expectation check) {
            var probe = check.probe();
            return check.probing().retries() == 0
                    && check.probing().elsewhere() == null
                    && (probe instanceof HostProbe.FileState
                            || probe instanceof HostProbe.FileAbsent
                            || probe instanceof HostProbe.Port);
        }
    }

    private static List<Checked> first(Deque<Future<List<Checked>>> running) throws InterruptedException {
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
