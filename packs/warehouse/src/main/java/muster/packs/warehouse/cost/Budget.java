package muster.packs.warehouse.cost;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.stream.Stream;
import muster.packs.warehouse.call.Arguments;
import muster.packs.warehouse.call.OverBudget;
import muster.packs.warehouse.call.WrongArgument;

/// What may be spent.
///
/// @param batch limits of one batch, group, table or file
/// @param day limits of all changes of one day, of every key
/// @param zone whose calendar's day it is
public record Budget(Amounts batch, Amounts day, ZoneId zone) {
    private static final String BATCH = "batch-";
    private static final String DAY = "day-";
    private static final String ZONE = "day-zone";

    /// No limits.
    public static final Budget NONE = new Budget(Amounts.NONE, Amounts.NONE, ZoneId.of("UTC"));

    /// The names of the arguments, after those of an action.
    public static String[] and(List<String> names) {
        var own = Stream.of(BATCH, DAY)
                .flatMap(each -> Stream.of(Measure.values()).map(measure -> each + measure.word()));
        return Stream.of(names.stream(), own, Stream.of(ZONE))
                .flatMap(each -> each)
                .toArray(String[]::new);
    }

    /// The arguments `batch-objects`, `day-objects` and so on, and `day-zone`.
    public static Budget of(Arguments arguments) {
        return new Budget(amounts(arguments, BATCH), amounts(arguments, DAY), zone(arguments));
    }

    /// Whether anything is limited.
    public boolean isLimited() {
        return !batch.values().isEmpty() || !day.values().isEmpty();
    }

    LocalDate dayOf(Instant instant) {
        return instant.atZone(zone).toLocalDate();
    }

    /// When a day begins in the zone.
    Instant beginOf(LocalDate date) {
        return date.atStartOfDay(zone).toInstant();
    }

    /// Ends the call before a limit would be crossed.
    ///
    /// @param spent on this day so far
    /// @param date the day
    public void check(String what, Amounts expected, Amounts spent, LocalDate date) {
        for (var measure : Measure.values()) {
            var most = batch.limit(measure);
            if (most != null && expected.of(measure).compareTo(most) > 0) {
                throw new OverBudget(
                        "%s is estimated at %s, more than the %s of a batch\nMaybe raise %s, or take less at a time"
                                .formatted(what, text(expected, measure), plain(most), BATCH + measure.word()));
            }
            var limit = day.limit(measure);
            if (limit != null && spent.of(measure).add(expected.of(measure)).compareTo(limit) > 0) {
                throw new OverBudget(
                        "%s is estimated at %s; %s of the day's %s are spent\nMaybe go on after %s, when a day begins in %s, or raise %s"
                                .formatted(
                                        what,
                                        text(expected, measure),
                                        plain(spent.of(measure)),
                                        plain(limit),
                                        beginOf(date.plusDays(1)),
                                        zone,
                                        DAY + measure.word()));
            }
        }
    }

    private static String text(Amounts amounts, Measure measure) {
        return plain(amounts.of(measure)) + " " + measure.unit();
    }

    private static String plain(BigDecimal amount) {
        return amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
    }

    private static Amounts amounts(Arguments arguments, String prefix) {
        var amounts = new EnumMap<Measure, BigDecimal>(Measure.class);
        for (var measure : Measure.values()) {
            var name = prefix + measure.word();
            var text = arguments.texts().get(name);
            if (text != null) {
                amounts.put(measure, amount(name, text));
            }
        }
        return new Amounts(amounts);
    }

    private static BigDecimal amount(String name, String text) {
        if (!text.matches("[0-9]{1,15}(\\.[0-9]{1,4})?")) {
            throw new WrongArgument("%s must be an amount such as 2.50, got '%s'".formatted(name, text));
        }
        return new BigDecimal(text);
    }

    private static ZoneId zone(Arguments arguments) {
        var text = arguments.text(ZONE, "UTC");
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            throw new WrongArgument(
                    "%s must be a time zone such as UTC or Europe/Vienna, got '%s'".formatted(ZONE, text));
        }
    }
}
