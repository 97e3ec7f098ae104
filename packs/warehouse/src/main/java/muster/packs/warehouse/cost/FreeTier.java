package muster.packs.warehouse.cost;

import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import muster.packs.warehouse.call.Arguments;
import muster.packs.warehouse.call.WrongArgument;
import muster.packs.warehouse.sql.Session;
import muster.packs.warehouse.sql.StatementLog;

/// What is left of the bytes that a price has free in a calendar month.
///
/// @param left bytes
/// @param source by whose word
public record FreeTier(long left, String source) {
    private static final String ARGUMENT = "free-tier";

    private static final FreeTier NONE = new FreeTier(0, "not asked for");

    /// The argument `free-tier`: `none`; `whole` if nothing of the month was used; the bytes that are left; or `jobs`,
    /// which asks the engine what it has billed since the month began in the zone.
    ///
    /// @throws SQLException if the engine does not say
    public static FreeTier of(Session session, Arguments arguments, Price price, Instant now) throws SQLException {
        return switch (arguments.text(ARGUMENT, "none")) {
            case "none" -> NONE;
            case "whole" -> new FreeTier(free(price), "said to be whole");
            case "jobs" ->
                asked(session, free(price), begin(now, Budget.of(arguments).zone()));
            case String bytes
            when bytes.matches("[0-9]{1,18}") ->
                new FreeTier(Math.min(free(price), Long.parseLong(bytes)), "said to be left");
            case String other ->
                throw new WrongArgument("%s must be none, whole, jobs, or the bytes that are left, got '%s'"
                        .formatted(ARGUMENT, other));
        };
    }

    /// Of billed bytes, those that are free.
    public long of(long billed) {
        return Math.min(left, billed);
    }

    private static long free(Price price) {
        if (price.freeBytes() == 0) {
            throw new WrongArgument(
                    "the price %s has nothing free\nMaybe price=bigquery-on-demand".formatted(price.name()));
        }
        return price.freeBytes();
    }

    private static Instant begin(Instant now, ZoneId zone) {
        return now.atZone(zone)
                .toLocalDate()
                .withDayOfMonth(1)
                .atStartOfDay(zone)
                .toInstant();
    }

    private static FreeTier asked(Session session, long free, Instant begin) throws SQLException {
        var query = session.dialect().billedSince(begin);
        if (query == null) {
            throw new WrongArgument("this engine does not say what it has billed\nMaybe free-tier=BYTES that are left");
        }
        try {
            long used = session.query(query, StatementLog.MOST).getFirst().number(0);
            return new FreeTier(Math.max(0, free - used), "%d bytes were billed since %s".formatted(used, begin));
        } catch (SQLException e) {
            throw new SQLException(
                    "what was billed this month cannot be read: %s%nMaybe ask for the permission bigquery.jobs.listAll, or say free-tier=BYTES that are left"
                            .formatted(e.getMessage()),
                    e);
        }
    }
}
