package muster.yaml;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.regex.Pattern;
import muster.plan.DateRange;
import muster.plan.SpecialDay;
import muster.plan.TimeSpan;

/// Days that are not like the others.
final class DayForms {
    private static final String DOTS = "..";
    private static final String DATE = "[0-9]{4}-[0-9]{2}-[0-9]{2}";

    private static final Form<DateRange> RANGE = new PatternForm<>(
            "a date such as 2026-12-25, or dates such as 2026-12-24..2026-12-31",
            Pattern.compile(DATE + "(\\.\\." + DATE + ")?"),
            DayForms::range,
            DayForms::print);

    static final Form<List<DateRange>> RANGES = ListForm.of(RANGE);

    private static final Field<Hours, LocalTime> FROM =
            Field.required("from", Times.TIME, Hours::from, "when work begins");
    private static final Field<Hours, LocalTime> UNTIL =
            Field.required("until", Times.TIME, Hours::until, "when work ends; 00:00 is the end of the day");

    private static final Form<TimeSpan> SPAN = new OrderedForm<>(
            new EntryForm<>(
                    "hours of a day", List.of(FROM, UNTIL), entry -> new Hours(entry.get(FROM), entry.get(UNTIL))),
            hours -> new TimeSpan(hours.from(), hours.until()),
            span -> new Hours(span.from(), span.until()));

    private static final Field<SpecialDay, LocalDate> DAY =
            Field.required("day", Times.DATE, SpecialDay::day, "the day");
    private static final Field<SpecialDay, List<TimeSpan>> HOURS = Field.required(
                    "hours", ListForm.of(SPAN), SpecialDay::hours, "when work is done that day; left out, never")
            .or(List.of());

    static final Form<List<SpecialDay>> EXCEPTIONS = ListForm.of(new EntryForm<>(
            "special day", List.of(DAY, HOURS), entry -> new SpecialDay(entry.get(DAY), entry.get(HOURS))));

    private DayForms() {}

    /// Hours before it is checked that they end after they begin.
    private record Hours(LocalTime from, LocalTime until) {}

    private static DateRange range(String text) {
        var dots = text.indexOf(DOTS);
        var first = LocalDate.parse(dots < 0 ? text : text.substring(0, dots));
        return new DateRange(first, dots < 0 ? first : LocalDate.parse(text.substring(dots + DOTS.length())));
    }

    private static String print(DateRange range) {
        return range.first().equals(range.last()) ? range.first().toString() : range.first() + DOTS + range.last();
    }
}
