package muster.packs.bigquery;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import muster.packs.warehouse.sql.BigQueryDialect;
import org.jspecify.annotations.Nullable;

/// BigQuery as the pack sees a warehouse: of JDBC what the pack uses.
final class Connections {
    private Connections() {}

    static Connection of(Statements statements) {
        var dataset = statements.jobs().dataset();
        var product = Face.of(DatabaseMetaData.class, Map.of("getDatabaseProductName", _ -> BigQueryDialect.PRODUCT));
        return Face.of(
                Connection.class,
                Map.of(
                        "createStatement", _ -> statement(statements),
                        "getMetaData", _ -> product,
                        "getCatalog", _ -> dataset.id().getProject(),
                        "getSchema", _ -> dataset.id().getDataset(),
                        "getClientInfo", _ -> dataset.location(),
                        "getAutoCommit", _ -> true,
                        "setAutoCommit", _ -> null,
                        "isClosed", _ -> false,
                        "close", _ -> null));
    }

    private static Statement statement(Statements statements) {
        return Face.of(
                Statement.class,
                Map.of(
                        "execute",
                        sql -> {
                            run(statements, sql);
                            return false;
                        },
                        "executeQuery",
                        sql -> result(run(statements, sql)),
                        "setFetchSize",
                        _ -> null,
                        "close",
                        _ -> null));
    }

    private static Answer run(Statements statements, Object @Nullable [] arguments) throws SQLException {
        try {
            return statements.run((String) Objects.requireNonNull(arguments)[0]);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static @Nullable List<@Nullable String> next(Answer answer) throws SQLException {
        try {
            return answer.rows().next();
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static SQLException interrupted(InterruptedException cause) {
        Thread.currentThread().interrupt();
        return new SQLException("interrupted while BigQuery works on it", cause);
    }

    private static ResultSet result(Answer answer) {
        var row = new ArrayList<@Nullable String>();
        var columns = Face.of(ResultSetMetaData.class, Map.of("getColumnCount", _ -> answer.columns()));
        return Face.of(
                ResultSet.class,
                Map.of(
                        "next",
                        _ -> {
                            row.clear();
                            var next = next(answer);
                            row.addAll(next == null ? List.of() : next);
                            return next != null;
                        },
                        "getString",
                        column -> row.get((int) Objects.requireNonNull(column)[0] - 1),
                        "getMetaData",
                        _ -> columns,
                        "close",
                        _ -> null));
    }
}
