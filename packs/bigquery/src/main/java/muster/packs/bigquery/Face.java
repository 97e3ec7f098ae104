package muster.packs.bigquery;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Of an interface of JDBC, the methods that somebody answers; any other is refused by its name.
///
/// The interfaces have 350 methods, of which the pack uses a dozen.
record Face(String name, Map<String, Call> calls) implements InvocationHandler {

    /// A method by its arguments; null for no arguments.
    @FunctionalInterface
    interface Call {
        @Nullable
        Object answer(Object @Nullable [] arguments) throws Exception;
    }

    static <T> T of(Class<T> type, Map<String, Call> calls) {
        return type.cast(Proxy.newProxyInstance(
                Face.class.getClassLoader(), new Class<?>[] {type}, new Face(type.getSimpleName(), calls)));
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Exception {
        var call = calls.get(method.getName());
        if (call != null) {
            return call.answer(arguments);
        }
        if (method.getDeclaringClass() == Object.class) {
            return method.invoke(this, arguments);
        }
        throw new SQLFeatureNotSupportedException(name + "." + method.getName() + " is not offered for BigQuery");
    }
}
