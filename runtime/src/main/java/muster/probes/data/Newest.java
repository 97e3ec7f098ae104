package muster.probes.data;

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

    static Between read(double seconds, Writing writing, @Nullable ZoneId zone) {
        boolean millis = writing == Writing.NUMBER && Math.abs(seconds) > SECONDS_END;
        var instant = Instant.ofEpochMilli(Math.round(millis ? seconds : seconds * 1_000));
        return writing == Writing.LOCAL
                ? Between.local(LocalDateTime.ofInstant(instant, ZoneOffset.UTC), zone)
                : new Between(instant, instant);
    }
}
