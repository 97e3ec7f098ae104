package muster.packs.warehouse;

import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.SQLException;
import muster.packs.warehouse.sql.WarehouseAccess;

/// A way into a warehouse where somebody else does something, once, right after a statement that begins so.
final class Interference implements WarehouseAccess {
    private final WarehouseAccess inner;
    private final String after;
    private final Deed deed;
    private boolean done;

    /// What somebody else does.
    interface Deed {
        void perform() throws SQLException;
    }

    Interference(WarehouseAccess inner, String after, Deed deed) {
        this.inner = inner;
        this.after = after;
        this.deed = deed;
    }

    boolean isDone() {
        return done;
    }

    @Override
    public Connection open() throws SQLException {
        return Overheard.connection(inner.open(), Overheard::pass, this::heard);
    }

    private Object heard(Object statement, Method method, Object[] arguments) throws Throwable {
        var answer = Overheard.pass(statement, method, arguments);
        if (method.getName().equals("execute") && !done && ((String) arguments[0]).startsWith(after)) {
            done = true;
            deed.perform();
        }
        return answer;
    }
}
