package muster.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import muster.run.RunId;
import org.jspecify.annotations.Nullable;

/// Deliveries in an outbox's tables, in SQL that both databases understand. One without `due` is not tried any more.
final class DeliveryRows {
    private static final String COLUMNS = " key, channel, due, attempts, body, why ";

    private DeliveryRows() {}

    static long seen(Connection connection, RunId run) throws SQLException {
        try (var query = connection.prepareStatement("SELECT version FROM noticed WHERE run = ?")) {
            query.setString(1, run.value());
            try (var rows = query.executeQuery()) {
                return rows.next() ? rows.getLong(1) : 0;
            }
        }
    }

    /// False if somebody else has moved it.
    static boolean move(Connection connection, RunId run, long after, long upTo) throws SQLException {
        var sql = after == 0
                ? "INSERT INTO noticed (version, run) VALUES (?, ?) ON CONFLICT DO NOTHING"
                : "UPDATE noticed SET version = ? WHERE run = ? AND version = ?";
        try (var move = connection.prepareStatement(sql)) {
            move.setLong(1, upTo);
            move.setString(2, run.value());
            if (after != 0) {
                move.setLong(3, after);
            }
            return move.executeUpdate() == 1;
        }
    }

    static void insert(Connection connection, List<Delivery> all) throws SQLException {
        try (var insert = connection.prepareStatement(
                "INSERT INTO notice (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING")) {
            for (var each : all) {
                insert.setString(1, each.key());
                insert.setString(2, each.channel());
                setDue(insert, 3, each.due());
                insert.setInt(4, each.attempts());
                insert.setString(5, each.body());
                insert.setString(6, each.why());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /// The outer condition is looked at again after another server's lock, so that no two take the same.
    static List<Delivery> take(Connection connection, Instant now, Instant again, int most) throws SQLException {
        try (var take = connection.prepareStatement("UPDATE notice SET due = ?, attempts = attempts + 1 WHERE due <= ?"
                + " AND (key, channel) IN (SELECT key, channel FROM notice WHERE due <= ? ORDER BY due, key LIMIT ?)"
                + " RETURNING" + COLUMNS)) {
            take.setLong(1, MessageRows.micros(again));
            take.setLong(2, MessageRows.micros(now));
            take.setLong(3, MessageRows.micros(now));
            take.setInt(4, most);
            return found(take);
        }
    }

    static int remove(Connection connection, Delivery taken) throws SQLException {
        try (var delete = connection.prepareStatement("DELETE FROM notice WHERE key = ? AND channel = ?")) {
            delete.setString(1, taken.key());
            delete.setString(2, taken.channel());
            return delete.executeUpdate();
        }
    }

    /// Nothing if somebody else has taken it since.
    static int fail(Connection connection, Delivery taken, @Nullable Instant due, String why) throws SQLException {
        try (var update = connection.prepareStatement(
                "UPDATE notice SET due = ?, why = ? WHERE key = ? AND channel = ? AND attempts = ?")) {
            setDue(update, 1, due);
            update.setString(2, why);
            update.setString(3, taken.key());
            update.setString(4, taken.channel());
            update.setInt(5, taken.attempts());
            return update.executeUpdate();
        }
    }

    static int revive(Connection connection, Instant due) throws SQLException {
        try (var update = connection.prepareStatement("UPDATE notice SET due = ?, attempts = 0 WHERE due IS NULL")) {
            update.setLong(1, MessageRows.micros(due));
            return update.executeUpdate();
        }
    }

    static List<Delivery> all(Connection connection) throws SQLException {
        try (var query = connection.prepareStatement("SELECT" + COLUMNS
                + "FROM notice ORDER BY CASE WHEN due IS NULL THEN 1 ELSE 0 END, due, key, channel")) {
            return found(query);
        }
    }

    static @Nullable Instant nextDue(Connection connection) throws SQLException {
        try (var query = connection.prepareStatement("SELECT min(due) FROM notice");
                var rows = query.executeQuery()) {
            rows.next();
            return due(rows, 1);
        }
    }

    private static List<Delivery> found(PreparedStatement statement) throws SQLException {
        var found = new ArrayList<Delivery>();
        try (var rows = statement.executeQuery()) {
            while (rows.next()) {
                found.add(new Delivery(
                        rows.getString(1),
                        rows.getString(2),
                        due(rows, 3),
                        rows.getInt(4),
                        rows.getString(5),
                        rows.getString(6)));
            }
        }
        return found;
    }

    private static void setDue(PreparedStatement statement, int at, @Nullable Instant due) throws SQLException {
        if (due == null) {
            statement.setNull(at, Types.BIGINT);
        } else {
            statement.setLong(at, MessageRows.micros(due));
        }
    }

    private static @Nullable Instant due(ResultSet rows, int at) throws SQLException {
        var due = rows.getLong(at);
        return rows.wasNull() ? null : MessageRows.instant(due);
    }
}
