package muster.risk;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/// Runs the iterations of a network in rounds of blocks. A block is what one thread does at a time; its tally is
/// added when all blocks before it are, so that sums do not depend on the threads.
final class Runs {
    private static final int BLOCK = 4 * Batch.LANES;
    private static final int BLOCKS = 32;
    private static final int ROUND = BLOCKS * BLOCK;

    private final Settings settings;
    private final List<Worker> workers;
    private final int[] ends;
    private final double[] costs;
    private final Tally tally;
    private int done;

    private Runs(Order order) {
        settings = order.settings;
        workers = IntStream.range(0, settings.threads())
                .mapToObj(_ -> new Worker(order.layout, order.scenario))
                .toList();
        ends = new int[settings.iterations()];
        costs = new double[settings.iterations()];
        var pass = workers.getFirst().pass;
        pass.run(settings.seed(), 0, 1);
        tally = new Tally(order.layout, pass.end[0], order.asked);
    }

    /// What is run.
    ///
    /// @param asked an end later than that is late; in seconds from the network's start
    record Order(Layout layout, Scenario scenario, Settings settings, int asked) {}

    /// What came of it, by iteration.
    ///
    /// @param ends when the last activity is finished, in seconds from the network's start
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Outcome(int[] ends, double[] costs, Tally tally) {}

    /// Who is told after each round, and may end it there.
    @FunctionalInterface
    interface Rounds {
        boolean goOn(int[] ends, int done);
    }

    static Outcome run(Order order, Rounds rounds) {
        var settings = order.settings;
        var runs = new Runs(order);
        try (var pool = Executors.newFixedThreadPool(
                settings.threads(), Thread.ofPlatform().daemon().factory())) {
            boolean more = true;
            while (more && runs.done < settings.iterations()) {
                more = runs.round(pool, Math.min(settings.iterations(), runs.done + ROUND))
                        && rounds.goOn(runs.ends, runs.done);
            }
        }
        return new Outcome(Arrays.copyOf(runs.ends, runs.done), Arrays.copyOf(runs.costs, runs.done), runs.tally);
    }

    /// False if it was interrupted; then the round does not count.
    private boolean round(ExecutorService pool, int until) {
        var parts = new Tally[(until - done + BLOCK - 1) / BLOCK];
        var next = new AtomicInteger();
        var work = workers.stream()
                .<Callable<Void>>map(worker -> () -> {
                    for (int block = next.getAndIncrement();
                            block < parts.length && !Thread.currentThread().isInterrupted();
                            block = next.getAndIncrement()) {
                        parts[block] = block(worker, done + block * BLOCK, until);
                    }
                    return null;
                })
                .toList();
        try {
            for (var each : pool.invokeAll(work)) {
                each.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
        Arrays.stream(parts).forEach(tally::add);
        done = until;
        return true;
    }

    private Tally block(Worker worker, int from, int until) {
        var part = tally.empty();
        for (int first = from; first < Math.min(from + BLOCK, until); first += Batch.LANES) {
            int count = Math.min(Batch.LANES, until - first);
            worker.pass.run(settings.seed(), first, count);
            part.add(worker.pass, worker.trace, worker.ends);
            System.arraycopy(worker.pass.end, 0, ends, first, count);
            System.arraycopy(worker.pass.batch.cost, 0, costs, first, count);
        }
        return part;
    }

    /// What one thread needs for itself.
    private static final class Worker {
        private final Pass pass;
        private final Trace trace;
        private final double[] ends = new double[Batch.LANES];

        Worker(Layout layout, Scenario scenario) {
            pass = new Pass(layout, scenario);
            trace = new Trace(layout, pass.batch);
        }
    }
}
