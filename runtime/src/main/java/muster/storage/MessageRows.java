package muster.storage;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import muster.run.RunId;
import org.jspecify.annotations.Nullable;

/// Messages in a journal's tables.
final class MessageRows {
    private MessageRows() {}

    static long micros(Instant due) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, due);
    }

    /// Messages that are due, the earliest first.
    ///
    /// @param suffix what a dialect appends to the query
    static List<Message> due(Connection connection, Instant now, int most, String suffix) throws SQLException {
        try (var query = connection.prepareStatement(
                "SELECT run, key, due, command FROM message WHERE due <= ? ORDER BY due, run, key LIMIT ?" + suffix)) {
            query.setLong(1, micros(now));
            query.setInt(2, most);
            var found = new ArrayList<Message>();
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    found.add(new Message(
                            new RunId(rows.getString(1)),
                            instant(rows.getLong(3)),
                            WordJson.word(rows.getString(4)),
                            rows.getString(2)));
                }
            }
            return found;
        }
    }

    static void remove(Connection connection, List<Message> all) throws SQLException {
        try (var delete = connection.prepareStatement("DELETE FROM message WHERE run = ? AND key = ?")) {
            for (var each : all) {
                delete.setString(1, each.run().value());
                delete.setString(2, each.key());
                delete.addBatch();
            }
            delete.executeBatch();
        }
    }

    static @Nullable Instant nextDue(Connection connection) throws SQLException {
        try (var query = connection.prepareStatement("SELECT min(due) FROM message");
                var rows = query.executeQuery()) {
            rows.next();
            var due = rows.getLong(1);
            return rows.wasNull() ? null : instant(due);
        }
    }

    static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
