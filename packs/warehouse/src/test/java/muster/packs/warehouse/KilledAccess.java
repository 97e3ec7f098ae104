package muster.packs.warehouse;

import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import muster.packs.warehouse.sql.WarehouseAccess;

/// A way into a warehouse that dies at the n-th statement or commit: from then on nothing answers, and what was not
/// committed is lost. Its odd deaths come before the call reaches the warehouse, its even ones after.
public final class KilledAccess implements WarehouseAccess {
    private static final Set<String> CALLS = Set.of("execute", "executeQuery", "commit");

    private final WarehouseAccess inner;
    private final int callsToLive;
    private final AtomicInteger calls = new AtomicInteger();

    public KilledAccess(WarehouseAccess inner, int callsToLive) {
        this.inner = inner;
        this.callsToLive = callsToLive;
    }

    /// How many calls there were.
    public int calls() {
        return calls.get();
    }

    /// Whether the end was reached.
    public boolean isDead() {
        return calls.get() >= callsToLive;
    }

    @Override
    public Connection open() throws SQLException {
        return Overheard.connection(inner.open(), this::call, this::call);
    }

    private Object call(Object real, Method method, Object[] arguments) throws Throwable {
        if (method.getName().equals("close")) {
            return Overheard.pass(real, method, arguments);
        }
        if (isDead()) {
            throw new SQLException("killed");
        }
        if (!CALLS.contains(method.getName())) {
            return Overheard.pass(real, method, arguments);
        }
        var last = calls.incrementAndGet() >= callsToLive;
        if (last && callsToLive % 2 == 1) {
            throw new SQLException("killed");
        }
        var answer = Overheard.pass(real, method, arguments);
        if (last) {
            throw new SQLException("killed");
        }
        return answer;
    }
}
