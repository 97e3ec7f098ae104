package muster.packs.warehouse.usage;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Lines of PostgreSQL's log, which say `statement: SELECT ...`, `execute NAME: SELECT ...`, perhaps after a duration.
final class LogMessage {
    private static final Pattern STATEMENT =
            Pattern.compile("(?:duration: [0-9.]+ ms\\s+)?(?:statement|execute [^:]*+): (.*)", Pattern.DOTALL);

    private static final Pattern ZONED =
            Pattern.compile("([0-9-]{10})[ T]([0-9:.]{8,18}) ?([A-Za-z][A-Za-z0-9_/+-]*|[+-][0-9]{2}(?::?[0-9]{2})?)?");

    private LogMessage() {}

    /// The statement that a message tells of, if it tells of one.
    static Optional<Statement> statement(String message, @Nullable String by, @Nullable String time) {
        var found = STATEMENT.matcher(message);
        return found.matches()
                ? Optional.of(new Statement(found.group(1), by == null || by.isBlank() ? null : by, 1, instant(time)))
                : Optional.empty();
    }

    /// A time such as `2026-01-12 09:00:00.123 UTC` or `2026-01-12T09:00:00Z`, UTC if it names no zone; null if it is
    /// none.
    static @Nullable Instant instant(@Nullable String time) {
        var found = ZONED.matcher(time == null ? "" : time.strip());
        if (!found.matches()) {
            return null;
        }
        try {
            var local = LocalDateTime.parse(found.group(1) + "T" + found.group(2));
            var zone = found.group(3);
            return zone == null
                    ? local.toInstant(ZoneOffset.UTC)
                    : local.atZone(zone(zone)).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static ZoneId zone(String name) {
        return ZoneId.of(name, ZoneId.SHORT_IDS);
    }
}
