package muster.packs.warehouse;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import muster.packs.warehouse.sql.WarehouseAccess;

/// A way into a warehouse that does something of its own: after a statement that begins so, it runs another; and its
/// commits may lie.
///
/// @param after how the statement begins after which `then` is run; no statement if it is empty
/// @param commits whether a commit commits or, returning as if it had, rolls back
public record TamperedAccess(WarehouseAccess inner, String after, String then, Commits commits)
        implements WarehouseAccess {

    /// What a commit does.
    public enum Commits {
        TRUE,
        LIES
    }

    @Override
    public Connection open() throws SQLException {
        var real = inner.open();
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("createStatement")) {
                        return statement(real.createStatement());
                    }
                    if (method.getName().equals("commit") && commits == Commits.LIES) {
                        real.rollback();
                        return null;
                    }
                    return pass(real, method, arguments);
                });
    }

    private Statement statement(Statement real) {
        return (Statement) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Statement.class}, (proxy, method, arguments) -> {
                    var answer = pass(real, method, arguments);
                    if (method.getName().equals("execute")
                            && !after.isEmpty()
                            && ((String) arguments[0]).startsWith(after)) {
                        real.execute(then);
                    }
                    return answer;
                });
    }

    private static Object pass(Object real, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
