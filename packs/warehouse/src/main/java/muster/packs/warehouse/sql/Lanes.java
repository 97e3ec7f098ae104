package muster.packs.warehouse.sql;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/// Items shared among threads, each with a session of its own.
public final class Lanes {

    /// What opens the session of a lane.
    @FunctionalInterface
    public interface Opening {
        Session open() throws SQLException;
    }

    /// What is done with one item.
    @FunctionalInterface
    public interface Work<T> {
        void on(Session session, T item) throws SQLException, IOException, InterruptedException;
    }

    private Lanes() {}

    /// Does the work on every item, in no order. After the first failure or an interruption no item is begun; those
    /// that
    /// have begun are finished.
    public static <T> void share(int lanes, Opening opening, Collection<T> items, Work<T> work)
            throws SQLException, IOException, InterruptedException {
        var queue = new ConcurrentLinkedQueue<>(items);
        int count = Math.min(lanes, items.size());
        try (var pool = Executors.newCachedThreadPool()) {
            var running = IntStream.range(0, count)
                    .mapToObj(lane -> pool.submit(() -> {
                        drain(opening, queue, work);
                        return lane;
                    }))
                    .toList();
            for (var lane : running) {
                lane.get();
            }
        } catch (ExecutionException e) {
            throw rethrown(Objects.requireNonNull(e.getCause()));
        } finally {
            queue.clear();
        }
    }

    private static <T> void drain(Opening opening, Queue<T> queue, Work<T> work)
            throws SQLException, IOException, InterruptedException {
        try (var session = opening.open()) {
            for (var item = queue.poll(); item != null; item = queue.poll()) {
                if (Thread.interrupted()) {
                    throw new InterruptedException("interrupted with " + (queue.size() + 1) + " left");
                }
                work.on(session, item);
            }
        } catch (SQLException | IOException | InterruptedException | RuntimeException e) {
            queue.clear();
            throw e;
        }
    }

    private static IllegalStateException rethrown(Throwable cause)
            throws SQLException, IOException, InterruptedException {
        switch (cause) {
            case SQLException e -> throw e;
            case IOException e -> throw e;
            case InterruptedException e -> throw e;
            case RuntimeException e -> throw e;
            case Throwable e -> throw new IllegalStateException(e);
        }
    }
}
