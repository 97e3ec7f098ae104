package muster.rcpsp;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ObjIntConsumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Workers on threads of their own, the first on the caller's. Whoever is free takes the next piece of work, so pieces
/// must not depend on who does them.
final class Crew<W> implements AutoCloseable {
    private final List<W> workers;
    private final ExecutorService threads;

    Crew(int size, Supplier<W> workers) {
        this.workers = Stream.generate(workers).limit(size).toList();
        threads = Executors.newFixedThreadPool(
                size, Thread.ofPlatform().name("schedule-search-", 0).daemon().factory());
    }

    /// Does the pieces 0 to `count` - 1, and returns when all are done.
    void each(int count, ObjIntConsumer<W> piece) {
        var next = new AtomicInteger();
        var others = workers.stream()
                .skip(1)
                .map(worker -> CompletableFuture.runAsync(() -> work(worker, next, count, piece), threads))
                .toList();
        work(workers.getFirst(), next, count, piece);
        others.forEach(CompletableFuture::join);
    }

    private void work(W worker, AtomicInteger next, int count, ObjIntConsumer<W> piece) {
        for (int number = next.getAndIncrement(); number < count; number = next.getAndIncrement()) {
            piece.accept(worker, number);
        }
    }

    @Override
    public void close() {
        threads.close();
    }
}
