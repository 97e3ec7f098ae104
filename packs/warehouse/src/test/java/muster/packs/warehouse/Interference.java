package muster.packs.warehouse;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
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
        var real = inner.open();
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> method.getName().equals("createStatement")
                        ? statement(real.createStatement())
                        : pass(real, method, arguments));
    }

    private Statement statement(Statement real) {
        return (Statement) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Statement.class}, (proxy, method, arguments) -> {
                    var answer = pass(real, method, arguments);
                    if (method.getName().equals("execute") && !done && ((String) arguments[0]).startsWith(after)) {
                        done = true;
                        deed.perform();
                    }
                    return answer;
                });
    }

    private static Object pass(Object real, java.lang.reflect.Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
