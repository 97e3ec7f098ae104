package muster.packs.warehouse;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Statement;

/// A connection every call of which goes through a listener, as do the calls of its statements.
public final class Overheard {
    private Overheard() {}

    /// What becomes of a call.
    @FunctionalInterface
    public interface Listener {
        Object call(Object real, Method method, Object[] arguments) throws Throwable;
    }

    public static Connection connection(Connection real, Listener ofConnection, Listener ofStatements) {
        return seen(
                Connection.class,
                real,
                (inner, method, arguments) -> method.getName().equals("createStatement")
                        ? seen(Statement.class, real.createStatement(), ofStatements)
                        : ofConnection.call(inner, method, arguments));
    }

    /// The call as it is.
    public static Object pass(Object real, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static <T> T seen(Class<T> type, T real, Listener listener) {
        return type.cast(Proxy.newProxyInstance(
                Overheard.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> listener.call(real, method, arguments)));
    }
}
