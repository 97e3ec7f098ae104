package muster.storage;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import muster.plan.Calendar;
import muster.plan.CalendarId;
import muster.plan.SpecialDay;
import muster.plan.TimeSpan;
import muster.plan.WorkingHours;

/// Calendars as JSON, both ways.
final class CalendarJson {
    private CalendarJson() {}

    static JsonOut calendar(Calendar calendar) {
        return JsonOut.empty()
                .put("id", calendar.id())
                .put("zone", calendar.zone())
                .put("hours", calendar.hours().stream().map(CalendarJson::hours).toList())
                .put("holidays", calendar.holidays())
                .put(
                        "exceptions",
                        calendar.exceptions().stream().map(CalendarJson::day).toList());
    }

    static Calendar calendar(JsonIn json) {
        return new Calendar(
                new CalendarId(json.text("id")),
                ZoneId.of(json.text("zone")),
                json.objects("hours").stream().map(CalendarJson::hours).toList(),
                json.all("holidays", LocalDate::parse),
                json.objects("exceptions").stream().map(CalendarJson::day).toList());
    }

    private static JsonOut hours(WorkingHours hours) {
        return span(hours.from(), hours.until()).put("days", List.copyOf(new TreeSet<>(hours.days())));
    }

    private static WorkingHours hours(JsonIn json) {
        return new WorkingHours(
                new TreeSet<>(json.all("days", day -> DayOfWeek.valueOf(day.toUpperCase(Locale.ROOT)))),
                time(json, "from"),
                time(json, "until"));
    }

    private static JsonOut day(SpecialDay day) {
        return JsonOut.empty()
                .put("day", day.day())
                .put(
                        "hours",
                        day.hours().stream()
                                .map(span -> span(span.from(), span.until()))
                                .toList());
    }

    private static SpecialDay day(JsonIn json) {
        return new SpecialDay(
                LocalDate.parse(json.text("day")),
                json.objects("hours").stream()
                        .map(span -> new TimeSpan(time(span, "from"), time(span, "until")))
                        .toList());
    }

    private static JsonOut span(LocalTime from, LocalTime until) {
        return JsonOut.empty().put("from", from).put("until", until);
    }

    private static LocalTime time(JsonIn json, String key) {
        return LocalTime.parse(json.text(key));
    }
}
