package muster.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Writes requests through one connection. After any [SQLException] it must be closed and a fresh one opened: on a full
/// disk SQLite rolls back by itself, unknown to the driver, and what is remembered here is wrong from then on.
final class JournalAppender implements AutoCloseable {
    private final Connection connection;
    private final Dialect.Transactions transactions;
    private final PreparedStatement insert;
    private final PreparedStatement run;
    private final PreparedStatement message;

    JournalAppender(Dialect dialect) throws SQLException {
        this.connection = dialect.writing();
        this.transactions = dialect.transactions(connection);
        this.insert = connection.prepareStatement("INSERT INTO told VALUES (?, ?, ?, ?, ?, ?, ?)");
        this.run = connection.prepareStatement("INSERT INTO run (run, began) VALUES (?, ?)");
        this.message = connection.prepareStatement(
                "INSERT INTO message (run, key, due, command) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING");
    }

    /// Whether the requests may be in the journal already, because an earlier turn ended with an exception.
    enum Turn {
        FIRST,
        AGAIN
    }

    /// Writes all in one transaction; each append gets the outcome at its place, what is only kept gets none.
    List<AppendOutcome> write(List<JournalWriter.Request> all, Turn turn) throws SQLException {
        try {
            return write(all, turn, turn == Turn.FIRST ? Look.BRIEF : Look.CLOSE);
        } catch (SQLException e) {
            if (!Trouble.isThereAlready(e)) {
                throw e;
            }
            transactions.takeBack();
            return write(all, turn, Look.CLOSE);
        }
    }

    private List<AppendOutcome> write(List<JournalWriter.Request> all, Turn turn, Look look) throws SQLException {
        var head = transactions.begin();
        var known = transactions.look(batches(all), look);
        var group = new AppendGroup(head, known);
        var outcomes = new ArrayList<AppendOutcome>();
        for (var each : all) {
            switch (each) {
                case JournalWriter.Append append -> outcomes.add(one(group, append, turn));
                case JournalWriter.Keep keep -> group.add(keep.message());
            }
        }
        write(group);
        transactions.commit(group);
        return outcomes;
    }

    private static List<Batch> batches(List<JournalWriter.Request> all) {
        var batches = new ArrayList<Batch>(all.size());
        for (var each : all) {
            if (each instanceof JournalWriter.Append append) {
                batches.add(append.draft().batch());
            }
        }
        return batches;
    }

    /// Answers a query between two transactions.
    <T extends @Nullable Object> T read(Dialect dialect, Dialect.Query<T> query) throws SQLException {
        return dialect.read(connection, query);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private AppendOutcome one(AppendGroup group, JournalWriter.Append append, Turn turn) throws SQLException {
        var draft = append.draft();
        var outcome = group.add(draft);
        return turn == Turn.AGAIN && outcome instanceof AppendOutcome.AlreadyDone && isWritten(draft)
                ? draft.appended()
                : outcome;
    }

    /// True if what is there under the key is what the turn before wrote, whose answer was lost.
    private boolean isWritten(Draft draft) throws SQLException {
        var batch = draft.batch();
        var row = JournalRows.row(connection, batch.run().value(), batch.command());
        return row != null
                && row.version() == batch.expectedVersion() + batch.events().size()
                && row.at().equals(draft.at())
                && row.events().equals(draft.text());
    }

    private void write(AppendGroup group) throws SQLException {
        if (!group.rows().isEmpty()) {
            insertAll(group.rows());
        }
        if (!group.began().isEmpty()) {
            begin(group.began());
        }
        if (!group.messages().isEmpty()) {
            messages(group.messages());
        }
    }

    private void insertAll(List<CommandRow> rows) throws SQLException {
        for (var row : rows) {
            insert.setLong(1, row.sequence());
            insert.setLong(2, row.began());
            insert.setLong(3, row.version());
            insert.setString(4, row.command());
            insert.setString(5, row.at());
            insert.setString(6, row.events());
            insert.setString(7, row.hash());
            insert.addBatch();
        }
        insert.executeBatch();
    }

    private void begin(Map<String, Long> runs) throws SQLException {
        for (var each : runs.entrySet()) {
            run.setString(1, each.getKey());
            run.setLong(2, each.getValue());
            run.addBatch();
        }
        run.executeBatch();
    }

    private void messages(List<Message> all) throws SQLException {
        for (var each : all) {
            message.setString(1, each.run().value());
            message.setString(2, each.key());
            message.setLong(3, MessageRows.micros(each.due()));
            message.setString(4, WordJson.text(each.word()));
            message.addBatch();
        }
        message.executeBatch();
    }
}
