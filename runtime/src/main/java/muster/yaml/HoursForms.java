package muster.yaml;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import muster.plan.WorkingHours;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/// Working time on days of the week.
final class HoursForms {
    private static final Map<String, DayOfWeek> DAYS = days();
    private static final String DAY = String.join("|", DAYS.keySet());

    private static final Form<Set<DayOfWeek>> RANGE = new PatternForm<>(
            "days such as mon-fri, or a list such as [mon, wed]",
            Pattern.compile("(" + DAY + ")(-(" + DAY + "))?"),
            HoursForms::range,
            HoursForms::print);

    private static final Form<Set<DayOfWeek>> LIST = new OrderedForm<>(
            new ListForm<>(new WordForm<>(DAYS), 1), HoursForms::set, set -> List.copyOf(EnumSet.copyOf(set)));

    private static final Field<Span, Set<DayOfWeek>> ON = Field.required(
            "days",
            new EitherForm<>(RANGE, LIST, SequenceNode.class, HoursForms::isRange),
            Span::days,
            "days of the week");
    private static final Field<Span, LocalTime> FROM =
            Field.required("from", Times.TIME, Span::from, "when work begins");
    private static final Field<Span, LocalTime> UNTIL =
            Field.required("until", Times.TIME, Span::until, "when work ends; 00:00 is the end of the day");

    static final Form<WorkingHours> HOURS = new OrderedForm<>(
            new EntryForm<>(
                    "hours",
                    List.of(ON, FROM, UNTIL),
                    entry -> new Span(entry.get(ON), entry.get(FROM), entry.get(UNTIL))),
            span -> new WorkingHours(span.days(), span.from(), span.until()),
            hours -> new Span(hours.days(), hours.from(), hours.until()));

    private HoursForms() {}

    /// Working hours before it is checked that they end after they begin.
    private record Span(Set<DayOfWeek> days, LocalTime from, LocalTime until) {}

    private static Map<String, DayOfWeek> days() {
        var days = new LinkedHashMap<String, DayOfWeek>();
        for (var day : DayOfWeek.values()) {
            days.put(word(day), day);
        }
        return days;
    }

    private static String word(DayOfWeek day) {
        return day.name().substring(0, 3).toLowerCase(java.util.Locale.ROOT);
    }

    private static Set<DayOfWeek> set(List<DayOfWeek> days) {
        if (days.isEmpty()) {
            throw new IllegalArgumentException("days must name a day of the week");
        }
        return EnumSet.copyOf(days);
    }

    private static Set<DayOfWeek> range(String text) {
        var words = text.split("-", -1);
        var day = DAYS.getOrDefault(words[0], DayOfWeek.MONDAY);
        var last = DAYS.getOrDefault(words[words.length - 1], day);
        var set = EnumSet.of(day);
        while (day != last) {
            day = day.plus(1);
            set.add(day);
        }
        return set;
    }

    /// True for days in a row within one week.
    private static boolean isRange(Set<DayOfWeek> days) {
        return days.equals(EnumSet.range(first(days), last(days)));
    }

    private static String print(Set<DayOfWeek> days) {
        return days.size() == 1 ? word(first(days)) : word(first(days)) + "-" + word(last(days));
    }

    private static DayOfWeek first(Set<DayOfWeek> days) {
        return java.util.Collections.min(days);
    }

    private static DayOfWeek last(Set<DayOfWeek> days) {
        return java.util.Collections.max(days);
    }
}
