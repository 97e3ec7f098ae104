package muster.probes.data;

import java.sql.SQLException;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// A column whose newest time is looked for.
///
/// @param name in the table's own spelling
/// @param zone of times without one
record TimeColumn(
        Relation relation,
        String name,
        Newest.Writing writing,
        @Nullable ZoneId zone) {

    Newest newest(Reader reader) throws SQLException {
        return reader.engine() == Engine.SQLITE ? SqliteTimes.newest(reader, this) : typed(reader);
    }

    private Newest typed(Reader reader) throws SQLException {
        if (writing == Newest.Writing.OTHER) {
            return new Newest.Unreadable(name + " is not of a type that holds times");
        }
        var seconds = reader.rows(sql(reader.engine())).getFirst().getFirst();
        if (seconds == null || !Double.isFinite(Double.parseDouble(seconds))) {
            return new Newest.Unreadable(name + " holds no time that ends");
        }
        return Newest.read(Double.parseDouble(seconds), writing, zone);
    }

    /// Seconds since 1970; a time without a zone is counted as if it were in UTC. Empty if the type holds no times.
    String sql(Engine engine) {
        var max = "MAX(" + Engine.quoted(name) + ")";
        return switch (engine) {
            case DUCKDB -> select(max, "epoch(" + max + ")");
            case POSTGRESQL -> select(max, "EXTRACT(EPOCH FROM " + max + ")");
            case SQLITE -> SqliteTimes.sql(this);
        };
    }

    private String select(String number, String time) {
        return switch (writing) {
            case NUMBER -> "SELECT " + number + " FROM " + relation.quoted();
            case INSTANT, LOCAL -> "SELECT " + time + " FROM " + relation.quoted();
            case OTHER -> "";
        };
    }
}
