package muster.packs.warehouse.sql;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One connection in use. Outside of a batch every statement commits by itself.
public final class Session implements AutoCloseable {
    /// Rows that the driver holds at a time where it could hold all.
    private static final int FETCHED = 10_000;

    /// Statements that are sent in one text: DuckDB copies the text for each of them, so that 200 take a fifth more
    /// processor time than 25.
    private static final int SENT_TOGETHER = 25;

    /// A unique violation. Source: ISO 9075, class 23, as PostgreSQL has it.
    private static final String DUPLICATE = "23505";

    private final WarehouseAccess access;
    private final Connection connection;
    private final Dialect dialect;
    private final @Nullable Consumer<String> rehearsal;
    private final ToldTables toldTables = new ToldTables();

    private Session(
            WarehouseAccess access, Connection connection, Dialect dialect, @Nullable Consumer<String> rehearsal) {
        this.access = access;
        this.connection = connection;
        this.dialect = dialect;
        this.rehearsal = rehearsal;
    }

    /// A session on a connection of its own.
    public static Session open(WarehouseAccess access) throws SQLException {
        return open(access, null);
    }

    /// A session in which everything is done, told, and taken back at the end: what would be done is found out by
    /// doing it. Locks are held as long as it lasts. Where nothing is taken back, changes are told and not done.
    ///
    /// @param told every statement that a session would carry out, transactions included
    public static Session rehearse(WarehouseAccess access, Consumer<String> told) throws SQLException {
        return open(access, told);
    }

    private static Session open(WarehouseAccess access, @Nullable Consumer<String> rehearsal) throws SQLException {
        var connection = access.open();
        try {
            var session = new Session(access, connection, Dialect.of(connection), rehearsal);
            session.runAll(session.dialect.beginning());
            if (rehearsal != null && session.takesBack()) {
                connection.setAutoCommit(false);
            }
            return session;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /// How the engine behind this session is spoken to.
    public Dialect dialect() {
        return dialect;
    }

    /// Whether changes are only told, neither done nor taken back.
    public boolean onlyTells() {
        return isRehearsal() && !takesBack();
    }

    /// Whether the engine takes back changes that were begun together.
    public boolean takesBack() {
        return dialect.capabilities().takesBackTogether();
    }

    /// Another session in the same warehouse, for work at the same time. What is not committed here is not seen there.
    public Session sibling() throws SQLException {
        return open(access);
    }

    /// A session in another schema of the same warehouse; null where this one goes there by a statement.
    public @Nullable Session elsewhere(String schema) throws SQLException {
        var other = access.schema(schema);
        return other == null ? null : open(other);
    }

    /// Whether everything is taken back at the end.
    public boolean isRehearsal() {
        return rehearsal != null;
    }

    /// Keeps disk space for an undo, where the disk is ours.
    public void keepReserve() throws SQLException {
        var reserve = access.reserve();
        if (reserve != null && !isRehearsal()) {
            reserve.keep();
        }
    }

    /// Gives that disk space back.
    public void spendReserve() throws SQLException {
        var reserve = access.reserve();
        if (reserve != null && !isRehearsal()) {
            reserve.spend();
        }
    }

    /// Gives the rows of a query one by one to whoever wants them, so that they are never all in memory.
    public void stream(String sql, RowWork work) throws SQLException, IOException {
        var committing = connection.getAutoCommit();
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.setFetchSize(FETCHED);
            try (var result = statement.executeQuery(dialect.said(sql))) {
                int columns = result.getMetaData().getColumnCount();
                while (result.next()) {
                    work.on(Row.of(result, columns));
                }
            }
        } finally {
            connection.setAutoCommit(committing);
        }
    }

    /// Begins to take rows into a table by the driver's own way; null if it has none, or if statements are to be told.
    public Intake.@Nullable Taking taking(String table) throws SQLException {
        var intake = access.intake();
        return intake == null || isRehearsal() ? null : intake.into(connection, table);
    }

    /// All rows of a query.
    public List<Row> query(String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var result = statement.executeQuery(dialect.said(toldTables.found(sql)))) {
            var rows = new ArrayList<Row>();
            int columns = result.getMetaData().getColumnCount();
            while (result.next()) {
                rows.add(Row.of(result, columns));
            }
            return rows;
        }
    }

    /// The rows of a query that is billed for no more bytes than so many, where the engine keeps such a limit.
    public List<Row> query(String sql, long most) throws SQLException {
        bill(most);
        try {
            return query(sql);
        } finally {
            bill(Long.MAX_VALUE);
        }
    }

    private void bill(long most) throws SQLException {
        var limit = dialect.mostBilled(most);
        if (limit != null) {
            run(limit);
        }
    }

    /// Whether a table is there now.
    public boolean has(String table) throws SQLException {
        return one("SELECT count(*) FROM (%s) AS listed WHERE table_name = %s"
                                .formatted(dialect.listing(), Sql.text(table)))
                        .number(0)
                > 0;
    }

    /// The first row of a query that always has one.
    public Row one(String sql) throws SQLException {
        return query(sql).getFirst();
    }

    /// Runs one statement.
    public void execute(String sql) throws SQLException {
        tell(sql);
        if (onlyTells()) {
            remember(sql);
        } else {
            run(sql);
        }
    }

    /// A table that is told of and absent is there for the queries that follow.
    private void remember(String told) throws SQLException {
        var creation = ToldTables.creation(told);
        if (creation != null && !has(creation.table())) {
            toldTables.add(creation);
        }
    }

    /// Tells a rehearsal what would be done besides.
    public void tell(String words) {
        if (rehearsal != null) {
            rehearsal.accept(words);
        }
    }

    private void runAll(List<String> statements) throws SQLException {
        for (var statement : statements) {
            run(statement);
        }
    }

    private void run(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(dialect.said(sql));
        }
    }

    /// Does work that consists of many small statements. After a failure the engine is as the next connection
    /// makes it.
    public void small(SmallWork work) throws SQLException, IOException, InterruptedException {
        runAll(dialect.beforeSmall());
        work.run();
        runAll(dialect.afterSmall());
    }

    /// Runs the statements in one transaction, sent together: the engines take half the time for them that they
    /// take for one by one. Where nothing is taken back, one after the other. See [#together(SqlWork)].
    public void executeTogether(List<String> statements) throws SQLException {
        together(() -> executeAll(statements));
    }

    /// Runs the statements, sent together, in the transaction that is open.
    public void executeAll(List<String> statements) throws SQLException {
        if (!takesBack()) {
            for (var statement : statements) {
                execute(statement);
            }
            return;
        }
        statements.forEach(this::tell);
        var many = statements.size() > SENT_TOGETHER;
        if (many) {
            runAll(dialect.beforeMany());
        }
        for (int from = 0; from < statements.size(); from += SENT_TOGETHER) {
            run(String.join(";\n", statements.subList(from, Math.min(statements.size(), from + SENT_TOGETHER))));
        }
        if (many) {
            runAll(dialect.afterMany());
        }
    }

    /// Creates what is not there. Two sessions that do so at once may both find nothing, and the later one a duplicate.
    public void create(List<String> statements) throws SQLException {
        try {
            createAll(statements);
        } catch (SQLException e) {
            if (!DUPLICATE.equals(e.getSQLState()) || isRehearsal()) {
                throw e;
            }
            createAll(statements);
        }
    }

    private void createAll(List<String> statements) throws SQLException {
        if (statements.size() == 1) {
            execute(statements.getFirst());
        } else {
            executeTogether(statements);
        }
    }

    /// Does the work in one transaction: all of it or, after the first error, nothing. Where nothing is taken
    /// back, each statement stands by itself. A commit may return although nothing was committed, so whoever calls
    /// this has to read back what it was for.
    public void together(SqlWork work) throws SQLException {
        if (!takesBack()) {
            work.run();
            return;
        }
        if (rehearsal != null) {
            rehearse(rehearsal, work);
            return;
        }
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

    private void rehearse(Consumer<String> told, SqlWork work) throws SQLException {
        told.accept("BEGIN");
        var mark = marks() ? connection.setSavepoint() : null;
        try {
            work.run();
        } catch (SQLException e) {
            if (mark != null) {
                connection.rollback(mark);
                told.accept("ROLLBACK");
            }
            throw e;
        }
        told.accept("COMMIT");
    }

    /// Runs the statements and takes them back: whether the engine lets them be done.
    public void attempt(List<String> statements) throws SQLException {
        var committing = connection.getAutoCommit();
        connection.setAutoCommit(false);
        var mark = committing ? null : connection.setSavepoint();
        try {
            runAll(statements);
        } finally {
            takeBack(mark);
            connection.setAutoCommit(committing);
        }
    }

    private void takeBack(@Nullable Savepoint mark) throws SQLException {
        if (mark == null) {
            connection.rollback();
        } else {
            connection.rollback(mark);
        }
    }

    /// Whether a statement was refused because of what it names, and others can be carried out after it.
    public boolean isRefusal(SQLException failure) throws SQLException {
        return dialect.isRefusal(failure) && (!isRehearsal() || marks());
    }

    /// Whether a part of a transaction can be taken back.
    private boolean marks() throws SQLException {
        return takesBack() && connection.getMetaData().supportsSavepoints();
    }

    /// Nobody else works under a key in this schema until the session ends, where several may work at once.
    public void takeTurn(String key) throws SQLException {
        var turn = dialect.turn(key);
        try {
            if (turn != null) {
                query(turn);
            }
        } catch (SQLException e) {
            throw dialect.isLocked(e)
                    ? new SQLException(
                            "another call of the key '%s' is at work in this warehouse\nMaybe wait until it has ended, or name another key"
                                    .formatted(key),
                            e)
                    : e;
        }
    }

    /// What was said before many statements is taken back here, since nothing is said in a transaction that failed.
    private void rollBack(SQLException cause) {
        try {
            connection.rollback();
            runAll(dialect.afterMany());
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            cause.addSuppressed(e);
        }
    }

    @Override
    public void close() throws SQLException {
        if (rehearsal != null && takesBack()) {
            connection.rollback();
        }
        connection.close();
    }
}
