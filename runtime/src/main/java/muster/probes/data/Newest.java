package muster.probes.data;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The newest time of a column.
sealed interface Newest {
    /// Numbers above this are milliseconds since 1970, not seconds: as seconds they would lie behind the year
    /// 5138.
    double SECONDS_END = 1e11;

    /// Within these a time without a zone may lie. Source: the outermost zones in use, UTC+14 and UTC-12.
    Duration EASTERNMOST = Duration.ofHours(14);

    Duration WESTERNMOST = Duration.ofHours(12);

    /// It lies between the two instants, which are one if its zone is known.
    record Between(Instant earliest, Instant latest) implements Newest {
        static Between local(LocalDateTime time, @Nullable ZoneId zone) {
            if (zone != null) {
                var exact = time.atZone(zone).toInstant();
                return new Between(exact, exact);
            }
            var asUtc = time.toInstant(ZoneOffset.UTC);
            return new Between(asUtc.minus(EASTERNMOST), asUtc.plus(WESTERNMOST));
        }

        boolean isOlderThan(Duration oldest, Instant now) {
            return latest.plus(oldest).isBefore(now);
        }

        boolean isAtMost(Duration oldest, Instant now) {
            return !earliest.plus(oldest).isBefore(now);
        }
    }

    /// It cannot be told.
    record Unreadable(String why) implements Newest {}

    /// How the times of a column are written.
    enum Writing {
        INSTANT,
        LOCAL,
        NUMBER,
        OTHER;

        static Writing of(String type) {
            var lower = type.toLowerCase(Locale.ROOT);
            if (lower.startsWith("timestamp") && lower.contains("with time zone")) {
                return INSTANT;
            }
            if (lower.startsWith("timestamp") || lower.startsWith("date")) {
                return LOCAL;
            }
            return lower.matches(".*(int|double|float|real|numeric|decimal).*") ? NUMBER : OTHER;
        }
    }

    /// @param column in the table's own spelling
    static Newest of(Reader reader, Relation relation, String column, String type, @Nullable ZoneId zone)
            throws SQLException {
        return reader.engine() == Engine.SQLITE
                ? SqliteTimes.newest(reader, relation, column, zone)
                : typed(reader, relation, column, Writing.of(type), zone);
    }

    private static Newest typed(Reader reader, Relation relation, String column, Writing writing, @Nullable ZoneId zone)
            throws SQLException {
        if (writing == Writing.OTHER) {
            return new Unreadable(column + " is not of a type that holds times");
        }
        var row = reader.rows(sql(reader.engine(), relation, column, writing)).getFirst();
        var seconds = row.getFirst();
        if (seconds == null || !Double.isFinite(Double.parseDouble(seconds))) {
            return new Unreadable(column + " holds no time that ends");
        }
        return read(Double.parseDouble(seconds), writing, zone);
    }

    /// Seconds since 1970; a time without a zone is counted as if it were in UTC.
    static String sql(Engine engine, Relation relation, String column, Writing writing) {
        var max = "MAX(" + Engine.quoted(column) + ")";
        var seconds = switch (engine) {
            case DUCKDB -> "epoch(" + max + ")";
            case POSTGRESQL -> "EXTRACT(EPOCH FROM " + max + ")";
            case SQLITE -> max;
        };
        return "SELECT " + (writing == Writing.NUMBER ? max : seconds) + " FROM " + relation.quoted();
    }

    static Between read(double seconds, Writing writing, @Nullable ZoneId zone) {
        boolean millis = writing == Writing.NUMBER && Math.abs(seconds) > SECONDS_END;
        var instant = Instant.ofEpochMilli(Math.round(millis ? seconds : seconds * 1_000));
        return writing == Writing.LOCAL
                ? Between.local(LocalDateTime.ofInstant(instant, ZoneOffset.UTC), zone)
                : new Between(instant, instant);
    }
}
