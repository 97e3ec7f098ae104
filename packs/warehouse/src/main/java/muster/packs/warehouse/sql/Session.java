package muster.packs.warehouse.sql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One connection in use. Outside of a batch every statement commits by itself.
public final class Session implements AutoCloseable {
    private final Connection connection;

    private Session(Connection connection) {
        this.connection = connection;
    }

    /// A session on a connection of its own.
    public static Session open(WarehouseAccess access) throws SQLException {
        return new Session(access.open());
    }

    /// All rows of a query.
    public List<Row> query(String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var result = statement.executeQuery(sql)) {
            var rows = new ArrayList<Row>();
            int columns = result.getMetaData().getColumnCount();
            while (result.next()) {
                var values = new ArrayList<@Nullable String>();
                for (int column = 1; column <= columns; column++) {
                    values.add(result.getString(column));
                }
                rows.add(new Row(values));
            }
            return rows;
        }
    }

    /// The first row of a query that always has one.
    public Row one(String sql) throws SQLException {
        return query(sql).getFirst();
    }

    /// Runs one statement.
    public void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /// Work that belongs together.
    @FunctionalInterface
    public interface Work {
        void run() throws SQLException;
    }

    /// Runs the statements in one transaction. See [#together(Work)].
    public void executeTogether(List<String> statements) throws SQLException {
        together(() -> {
            for (var sql : statements) {
                execute(sql);
            }
        });
    }

    /// Does the work in one transaction: all of it or, after the first error, nothing. A commit may return although
    /// nothing was committed, so whoever calls this has to read back what it was for.
    public void together(Work work) throws SQLException {
        connection.setAutoCommit(false);
        try {
            work.run();
            connection.commit();
        } catch (SQLException e) {
            rollBack(e);
            throw e;
        }
        connection.setAutoCommit(true);
    }

    private void rollBack(SQLException cause) {
        try {
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
