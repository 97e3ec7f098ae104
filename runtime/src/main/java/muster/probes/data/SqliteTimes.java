package muster.probes.data;

import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Times in SQLite, which has no type for them: texts of ISO 8601, or numbers since 1970. The greatest text is not
/// the newest time where offsets differ, and `now` would be read as the present, so both are looked at one by one.
final class SqliteTimes {
    /// Source: Julian day of 1970-01-01T00:00Z, as in SQLite's "Date And Time Functions".
    private static final String TO_SECONDS = "(julianday(%1$s) - 2440587.5) * 86400.0";

    private static final String IS_TIME =
            "typeof(%1$s) = 'text' AND %1$s GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]*'";
    private static final String HAS_ZONE = "(%1$s GLOB '*Z' OR %1$s GLOB '*[-+][0-9][0-9]:[0-9][0-9]')";
    private static final String IS_NUMBER = "typeof(%1$s) IN ('integer', 'real')";
    private static final String NUMBER = "CASE WHEN abs(%1$s) > 1e11 THEN %1$s / 1000.0 ELSE %1$s END";

    private SqliteTimes() {}

    static Newest newest(Reader reader, TimeColumn column) throws SQLException {
        var row = reader.rows(sql(column)).getFirst();
        var newest = row.getFirst();
        long present = count(row, 1);
        long readable = count(row, 2);
        long zoned = count(row, 3);
        if (newest == null || readable < present) {
            return new Newest.Unreadable((present - readable) + " of " + present + " values of " + column.name()
                    + " are no times of ISO 8601, nor numbers");
        }
        if (zoned > 0 && zoned < present) {
            return new Newest.Unreadable("some times of " + column.name() + " bear a zone and others do not");
        }
        return Newest.read(
                Double.parseDouble(newest), zoned == 0 ? Newest.Writing.LOCAL : Newest.Writing.INSTANT, column.zone());
    }

    /// The newest, and how many values there are, can be read, and bear their zone; a number since 1970 bears it.
    static String sql(TimeColumn column) {
        var seconds =
                "CASE WHEN " + IS_TIME + " THEN " + TO_SECONDS + " WHEN " + IS_NUMBER + " THEN " + NUMBER + " END";
        var zoned = "CASE WHEN " + IS_NUMBER + " OR (" + IS_TIME + " AND " + HAS_ZONE + ") THEN 1 END";
        var name = Engine.quoted(column.name());
        return ("SELECT MAX(" + seconds + "), COUNT(%1$s), COUNT(" + seconds + "), COUNT(" + zoned + ") FROM ")
                        .formatted(name)
                + column.relation().quoted();
    }

    private static long count(List<@Nullable String> row, int at) {
        return Long.parseLong(String.valueOf(row.get(at)));
    }
}
