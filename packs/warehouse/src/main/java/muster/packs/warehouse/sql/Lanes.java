package muster.packs.warehouse.sql;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/// Items shared among threads, each with a session of its own.
public final class Lanes {
    /// Processors that the engine is given; more sessions find none.
    private static final int TWO = 2;

    /// Transactions below which another session is not worth its opening.
    private static final int ENOUGH = 4;

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

    /// Whether items have to be done one after the other.
    public enum Order {
        KEPT,
        NONE
    }

    private Lanes() {}

    /// Does the work on every item, in no order. After the first failure or an interruption no item is begun; those
    /// that have begun are finished.
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
            await(running, queue);
        } catch (ExecutionException e) {
            throw rethrown(Objects.requireNonNull(e.getCause()));
        }
    }

    /// The same by siblings of a session. A rehearsal has that session alone, because no other sees what it did, and
    /// does one after the other.
    public static <T> void among(Session session, int lanes, Collection<T> items, Work<T> work)
            throws SQLException, IOException, InterruptedException {
        if (session.isRehearsal()) {
            inTurn(session, items, work);
        } else {
            share(lanes, session::sibling, items, work);
        }
    }

    /// Small work on every item, each a transaction of its own: by two lanes where the order does not matter and there
    /// is enough of it, else one after the other in this session.
    public static <T> void small(Session session, Order order, List<T> items, Work<T> work)
            throws SQLException, IOException, InterruptedException {
        if (order == Order.NONE && items.size() >= ENOUGH) {
            among(session, TWO, items, work);
        } else {
            inTurn(session, items, work);
        }
    }

    private static <T> void inTurn(Session session, Collection<T> items, Work<T> work)
            throws SQLException, IOException, InterruptedException {
        drain(session, new ArrayDeque<>(items), work);
    }

    /// The pool is closed after this, and waits for what has begun: so nothing more may begin.
    private static void await(List<? extends Future<?>> running, Queue<?> queue)
            throws ExecutionException, InterruptedException {
        try {
            for (var lane : running) {
                lane.get();
            }
        } finally {
            queue.clear();
        }
    }

    private static <T> void drain(Opening opening, Queue<T> queue, Work<T> work)
            throws SQLException, IOException, InterruptedException {
        try (var session = opening.open()) {
            drain(session, queue, work);
        } catch (SQLException | IOException | InterruptedException | RuntimeException e) {
            queue.clear();
            throw e;
        }
    }

    private static <T> void drain(Session session, Queue<T> queue, Work<T> work)
            throws SQLException, IOException, InterruptedException {
        for (var item = queue.poll(); item != null; item = queue.poll()) {
            if (Thread.interrupted()) {
                throw new InterruptedException("interrupted with " + (queue.size() + 1) + " left");
            }
            work.on(session, item);
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
