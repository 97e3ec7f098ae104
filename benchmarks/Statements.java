import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import muster.packs.warehouse.sql.WarehouseAccess;

/// A way into a warehouse that says `begun` before the first statement that changes a table of the warehouse.
final class Statements {
    private static final Pattern CHANGE =
            Pattern.compile("^(ALTER TABLE|DROP VIEW|DROP TABLE|CREATE TABLE \").*", Pattern.DOTALL);

    private Statements() {}

    static WarehouseAccess announced(WarehouseAccess inner) {
        var begun = new AtomicBoolean();
        return () -> {
            var real = inner.open();
            return (Connection) proxy(Connection.class, (method, arguments) -> {
                var answer = pass(real, method, arguments);
                return answer instanceof Statement statement ? announced(statement, begun) : answer;
            });
        };
    }

    private static Object announced(Statement real, AtomicBoolean begun) {
        return proxy(Statement.class, (method, arguments) -> {
            if (method.getName().equals("execute")
                    && CHANGE.matcher((String) arguments[0]).matches()
                    && begun.compareAndSet(false, true)) {
                System.out.println("begun");
            }
            return pass(real, method, arguments);
        });
    }

    private interface Call {
        Object answer(Method method, Object[] arguments) throws Throwable;
    }

    private static Object proxy(Class<?> type, Call call) {
        return Proxy.newProxyInstance(
                Statements.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> call.answer(method, arguments));
    }

    private static Object pass(Object real, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
