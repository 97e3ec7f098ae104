package muster.packs.warehouse.child;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import muster.packs.warehouse.sql.DuckDbFile;
import muster.packs.warehouse.sql.WarehouseAccess;

/// Whose turn it is at a DuckDB file, which one process can hold at a time: this one, with any number of connections,
/// or a [ChildDuckDb] for heavy statements. A side that has a connection opens further ones at once; the other side
/// waits until the last one is closed. The engine keeps its lock by process and file, and so does this.
public final class Turns {
    private static final Map<Path, Turns> FILES = new ConcurrentHashMap<>();

    /// Longer than any change of the warehouse pack was measured to take.
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final DuckDbFile here;
    private final ChildDuckDb child;
    private Side turn = Side.HERE;
    private int open;

    /// Who holds the file.
    private enum Side {
        HERE,
        APART
    }

    private Turns(Path file) {
        this.here = new DuckDbFile(file);
        this.child = new ChildDuckDb(file);
    }

    /// The turns at a file, the same for all who ask for it.
    public static Turns at(Path file) {
        return FILES.computeIfAbsent(file.toAbsolutePath().normalize(), Turns::new);
    }

    /// A way into the file in this process.
    public WarehouseAccess here() {
        return () -> open(Side.HERE, here);
    }

    /// A way into the file by way of another process. All who use it at one time share that process.
    public WarehouseAccess apart() {
        return () -> open(Side.APART, child);
    }

    private Connection open(Side side, WarehouseAccess way) throws SQLException {
        await(side);
        try {
            return returning(way.open());
        } catch (SQLException | RuntimeException e) {
            leave();
            throw e;
        }
    }

    private synchronized void await(Side side) throws SQLException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (open > 0 && turn != side) {
                wait(millisUntil(end));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException("interrupted while other work held the warehouse", e);
        }
        turn = side;
        open++;
    }

    private static long millisUntil(long end) throws SQLException {
        long left = Duration.ofNanos(end - System.nanoTime()).toMillis();
        if (left <= 0) {
            throw new SQLException("other work has held the warehouse for %d minutes; Maybe make the call again"
                    .formatted(PATIENCE.toMinutes()));
        }
        return left;
    }

    private synchronized void leave() {
        open--;
        notifyAll();
    }

    /// The connection, which gives its turn back when it is closed for the first time.
    private Connection returning(Connection real) {
        var closed = new boolean[1];
        return (Connection) Proxy.newProxyInstance(
                Turns.class.getClassLoader(), new Class<?>[] {Connection.class}, (_, method, arguments) -> {
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    } finally {
                        if (method.getName().equals("close") && !closed[0]) {
                            closed[0] = true;
                            leave();
                        }
                    }
                });
    }
}
