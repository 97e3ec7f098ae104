package muster.packs.warehouse.child;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The part of JDBC that a session uses, spoken to the other process. Everything else is refused.
final class ChildConnection {
    private final Asking asking;
    private final Runnable closed;
    private boolean committing = true;
    private boolean open = true;

    private ChildConnection(Asking asking, Runnable closed) {
        this.asking = asking;
        this.closed = closed;
    }

    static Connection over(Asking asking, Runnable closed) {
        var connection = new ChildConnection(asking, closed);
        return spoken(Connection.class, connection::call);
    }

    /// What becomes of a call.
    @FunctionalInterface
    private interface Spoken {
        @Nullable
        Object call(String method, Object[] arguments) throws SQLException;
    }

    private static <T> T spoken(Class<T> type, Spoken spoken) {
        return type.cast(Proxy.newProxyInstance(
                ChildConnection.class.getClassLoader(),
                new Class<?>[] {type},
                (_, method, arguments) ->
                        spoken.call(method.getName(), Objects.requireNonNullElse(arguments, new Object[0]))));
    }

    private @Nullable Object call(String method, Object[] arguments) throws SQLException {
        switch (method) {
            case "createStatement" -> {
                return spoken(Statement.class, this::statement);
            }
            case "getMetaData" -> {
                return spoken(DatabaseMetaData.class, (name, _) -> {
                    if (!name.equals("getDatabaseProductName")) {
                        throw refused(name);
                    }
                    return "DuckDB";
                });
            }
            case "getAutoCommit" -> {
                return committing;
            }
            case "setAutoCommit" -> {
                committing = (Boolean) arguments[0];
                asking.tell(committing ? Wire.AUTO_COMMIT : Wire.BEGIN, "");
            }
            case "commit" -> asking.tell(Wire.COMMIT, "");
            case "rollback" -> asking.tell(Wire.ROLL_BACK, "");
            case "close" -> close();
            default -> throw refused(method);
        }
        return null;
    }

    private void close() {
        if (open) {
            open = false;
            asking.close();
            closed.run();
        }
    }

    private @Nullable Object statement(String method, Object[] arguments) throws SQLException {
        return switch (method) {
            case "execute" -> {
                asking.tell(Wire.EXECUTE, (String) arguments[0]);
                yield false;
            }
            case "executeQuery" -> {
                var rows = ChildRows.of(asking, (String) arguments[0]);
                yield spoken(ResultSet.class, (name, values) -> result(rows, name, values));
            }
            case "setFetchSize", "close" -> null;
            default -> throw refused(method);
        };
    }

    private static @Nullable Object result(ChildRows rows, String method, Object[] arguments) throws SQLException {
        return switch (method) {
            case "next" -> rows.next();
            case "getString" -> rows.value((Integer) arguments[0] - 1);
            case "getMetaData" ->
                spoken(ResultSetMetaData.class, (name, _) -> {
                    if (!name.equals("getColumnCount")) {
                        throw refused(name);
                    }
                    return rows.columns();
                });
            case "close" -> {
                rows.close();
                yield null;
            }
            default -> throw refused(method);
        };
    }

    private static SQLException refused(String method) {
        return new SQLFeatureNotSupportedException(method + " is not spoken between the processes");
    }
}
