package muster.packs.warehouse.features;

import static muster.packs.warehouse.features.Plain.each;

import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// `tmp` by the calendar of the JDK.
final class TwinCalendar {

    private TwinCalendar() {}

    static Twin tmp(List<LocalDateTime> times) {
        var twin = new Twin();
        put(twin, times, "hour_of_day", LocalDateTime::getHour);
        put(twin, times, "day_of_week", time -> time.getDayOfWeek().getValue());
        put(twin, times, "day_of_month", LocalDateTime::getDayOfMonth);
        put(twin, times, "week_of_year", time -> time.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
        put(twin, times, "month", LocalDateTime::getMonthValue);
        put(twin, times, "quarter", time -> time.get(IsoFields.QUARTER_OF_YEAR));
        circle(twin, "hour", twin.get("hour_of_day"), 24);
        circle(twin, "day", twin.get("day_of_week"), 7);
        circle(twin, "month", twin.get("month"), 12);
        session(twin, "is_asian_session", 0, 9);
        session(twin, "is_european_session", 7, 16);
        session(twin, "is_american_session", 13, 22);
        session(twin, "is_asian_european_overlap", 7, 9);
        session(twin, "is_european_american_overlap", 13, 16);
        twin.put("is_weekend", Plain.flag(twin.get("day_of_week"), day -> day > 5));
        twin.put("is_monday", Plain.flag(twin.get("day_of_week"), day -> day == 1));
        twin.put("is_friday", Plain.flag(twin.get("day_of_week"), day -> day == 5));
        twin.put("is_month_start", Plain.flag(twin.get("day_of_month"), day -> day == 1));
        put(
                twin,
                times,
                "is_month_end",
                time -> YearMonth.from(time).atEndOfMonth().equals(time.toLocalDate()) ? 1 : 0);
        return twin.say(
                "trading_session", times.size(), i -> session(times.get(i).getHour()));
    }

    /// The session that began last.
    private static String session(int hour) {
        if (hour >= 22) {
            return "none";
        }
        return hour >= 13 ? "american" : hour >= 7 ? "european" : "asian";
    }

    private static void put(Twin twin, List<LocalDateTime> times, String column, ToDoubleFunction<LocalDateTime> part) {
        twin.put(column, each(times.size(), i -> part.applyAsDouble(times.get(i))));
    }

    private static void circle(Twin twin, String name, double[] value, int length) {
        twin.put(name + "_sin", each(value.length, i -> Math.sin(Math.toRadians(360 * value[i] / length))))
                .put(name + "_cos", each(value.length, i -> Math.cos(Math.toRadians(360 * value[i] / length))));
    }

    private static void session(Twin twin, String name, int from, int until) {
        twin.put(name, Plain.flag(twin.get("hour_of_day"), hour -> hour >= from && hour < until));
    }
}
