package muster.charts;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import muster.plan.Agent;
import muster.plan.AgentId;
import muster.plan.Calendar;
import muster.plan.CalendarId;
import muster.plan.DateRange;
import muster.plan.SpecialDay;
import muster.plan.TimeSpan;
import muster.plan.WorkingHours;

/// The calendars of a file for Microsoft Project: one round the clock, the plan's, and one of each agent upon them.
final class MspdiCalendars {
    /// Number of the calendar that is always open.
    static final int ROUND_THE_CLOCK = 1;

    private static final int WEEK = 7 * 24 * 60;
    private static final int DAY = 24 * 60;

    private final Timetable table;
    private final ZoneId zone;
    private final Xml xml;
    private final Map<CalendarId, Integer> bases = new HashMap<>();
    private final Map<AgentId, Integer> own = new HashMap<>();

    MspdiCalendars(Timetable table, ZoneId zone, Xml xml) {
        this.table = table;
        this.zone = zone;
        this.xml = xml;
        int number = ROUND_THE_CLOCK;
        for (var calendar : table.team().calendars()) {
            bases.put(calendar.id(), ++number);
        }
        for (var agent : table.team().agents()) {
            own.put(agent.id(), ++number);
        }
    }

    /// The number of an agent's calendar.
    int of(Agent agent) {
        return own.getOrDefault(agent.id(), ROUND_THE_CLOCK);
    }

    void write() {
        xml.open("Calendars");
        open(ROUND_THE_CLOCK, "Round the clock", 0);
        week(List.of(new Minutes(0, WEEK)));
        xml.close();
        table.team().calendars().forEach(this::base);
        table.team().agents().forEach(this::agent);
        xml.close();
    }

    private void open(int number, String name, int base) {
        xml.open("Calendar")
                .leaf("UID", number)
                .leaf("Name", name)
                .leaf("IsBaseCalendar", base == 0 ? 1 : 0)
                .leaf("BaseCalendarUID", base == 0 ? -1 : base);
    }

    private void base(Calendar calendar) {
        open(bases.getOrDefault(calendar.id(), ROUND_THE_CLOCK), calendar.id().value(), 0);
        week(minutes(calendar));
        var days = new ArrayList<SpecialDay>();
        calendar.holidays().stream()
                .filter(day -> calendar.exceptions().stream()
                        .noneMatch(special -> special.day().equals(day)))
                .forEach(day -> days.add(new SpecialDay(day, List.of())));
        days.addAll(calendar.exceptions());
        exceptions(days.stream().map(OwnDays::of).toList());
        xml.close();
    }

    private void agent(Agent agent) {
        var calendar = agent.calendar();
        open(
                of(agent),
                agent.name(),
                calendar == null ? ROUND_THE_CLOCK : bases.getOrDefault(calendar, ROUND_THE_CLOCK));
        var exceptions = new ArrayList<OwnDays>();
        agent.availability().exceptions().forEach(day -> exceptions.add(OwnDays.of(day)));
        agent.availability().daysOff().forEach(days -> exceptions.add(new OwnDays(days, List.of())));
        exceptions(exceptions);
        xml.close();
    }

    /// Open time of a week that begins on Monday.
    private record Minutes(int from, int until) {}

    /// Days with hours of their own.
    private record OwnDays(DateRange days, List<TimeSpan> hours) {
        static OwnDays of(SpecialDay day) {
            return new OwnDays(new DateRange(day.day(), day.day()), day.hours());
        }
    }

    /// In minutes of the file's zone; what another zone opens is moved by the difference at the start of the plan.
    private List<Minutes> minutes(Calendar calendar) {
        if (calendar.hours().isEmpty()) {
            return List.of(new Minutes(0, WEEK));
        }
        int shift = (offset(zone) - offset(calendar.zone())) / 60;
        return calendar.hours().stream()
                .flatMap(hours -> hours.days().stream().flatMap(day -> moved(hours, day, shift).stream()))
                .sorted(Comparator.comparingInt(Minutes::from))
                .toList();
    }

    private int offset(ZoneId of) {
        return of.getRules().getOffset(table.head().start()).getTotalSeconds();
    }

    private static List<Minutes> moved(WorkingHours hours, DayOfWeek day, int shift) {
        int midnight = (day.getValue() - 1) * DAY + shift;
        int from = Math.floorMod(midnight + hours.from().toSecondOfDay() / 60, WEEK);
        int until = from + length(hours.from(), hours.until());
        return until <= WEEK
                ? List.of(new Minutes(from, until))
                : List.of(new Minutes(from, WEEK), new Minutes(0, until - WEEK));
    }

    private static int length(LocalTime from, LocalTime until) {
        return (until.equals(LocalTime.MIDNIGHT) ? DAY : until.toSecondOfDay() / 60) - from.toSecondOfDay() / 60;
    }

    /// Days are numbered from 1, which is Sunday.
    private void week(List<Minutes> open) {
        xml.open("WeekDays");
        for (int type = 1; type <= 7; type++) {
            int midnight = Math.floorMod(type - 2, 7) * DAY;
            var spans = open.stream()
                    .filter(each -> each.from() < midnight + DAY && each.until() > midnight)
                    .map(each -> new TimeSpan(
                            clock(Math.max(0, each.from() - midnight)), clock(Math.min(DAY, each.until() - midnight))))
                    .toList();
            xml.open("WeekDay").leaf("DayType", type).leaf("DayWorking", spans.isEmpty() ? 0 : 1);
            times(spans);
            xml.close();
        }
        xml.close();
    }

    private static LocalTime clock(int minute) {
        return LocalTime.ofSecondOfDay(minute % DAY * 60L);
    }

    private void times(List<TimeSpan> spans) {
        if (spans.isEmpty()) {
            return;
        }
        xml.open("WorkingTimes");
        for (var span : spans) {
            xml.open("WorkingTime")
                    .leaf("FromTime", clock(span.from()))
                    .leaf("ToTime", clock(span.until()))
                    .close();
        }
        xml.close();
    }

    private static String clock(LocalTime time) {
        return time.withNano(0) + (time.getSecond() == 0 ? ":00" : "");
    }

    private void exceptions(List<OwnDays> exceptions) {
        if (exceptions.isEmpty()) {
            return;
        }
        xml.open("Exceptions");
        for (var exception : exceptions) {
            xml.open("Exception").leaf("EnteredByOccurrences", 0).open("TimePeriod");
            xml.leaf("FromDate", exception.days().first() + "T00:00:00");
            xml.leaf("ToDate", exception.days().last() + "T23:59:00").close();
            long occurrences =
                    exception.days().first().datesUntil(exception.days().last()).count() + 1;
            xml.leaf("Occurrences", occurrences)
                    .leaf("Type", 1)
                    .leaf("DayWorking", exception.hours().isEmpty() ? 0 : 1);
            times(exception.hours());
            xml.close();
        }
        xml.close();
    }
}
