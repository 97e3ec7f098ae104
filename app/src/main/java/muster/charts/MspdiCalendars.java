package muster.charts;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import muster.plan.Agent;
import muster.plan.AgentId;
import muster.plan.Availability;
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

    /// No calendar at all.
    private static final Calendar ALWAYS = new Calendar(new CalendarId("always"), ZoneOffset.UTC, List.of(), List.of());

    private static final int WEEK = 7 * 24 * 60;
    private static final int DAY = 24 * 60;

    private final Timetable table;
    private final ZoneId zone;
    private final Xml xml;
    private final LocalDays days;
    private final Map<CalendarId, Integer> bases = new HashMap<>();
    private final Map<AgentId, Integer> own = new HashMap<>();

    MspdiCalendars(Timetable table, ZoneId zone, Xml xml) {
        this.table = table;
        this.zone = zone;
        this.xml = xml;
        this.days = new LocalDays(
                zone,
                new DateRange(
                        LocalDate.ofInstant(table.head().start(), zone),
                        LocalDate.ofInstant(table.head().finish(), zone).plusDays(1)));
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
        var always = List.of(new Minutes(0, WEEK));
        week(always);
        exceptions(LocalDays.differing(days.hours(ALWAYS), day -> usual(always, day.getDayOfWeek())));
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
        var week = minutes(calendar);
        week(week);
        var exceptions =
                new ArrayList<>(LocalDays.differing(days.hours(calendar), day -> usual(week, day.getDayOfWeek())));
        if (isLocal(calendar)) {
            addBeyond(exceptions, stated(calendar));
        }
        exceptions(exceptions);
        xml.close();
    }

    private boolean isLocal(Calendar calendar) {
        return calendar.zone().getRules().equals(zone.getRules());
    }

    /// What the calendar says of days.
    private static List<SameDays> stated(Calendar calendar) {
        var special = calendar.exceptions().stream().map(SpecialDay::day).toList();
        return Stream.concat(
                        calendar.holidays().stream()
                                .filter(day -> !special.contains(day))
                                .map(SameDays::closed),
                        calendar.exceptions().stream().map(SameDays::of))
                .toList();
    }

    /// What the agent's own days are; a day with hours of its own is not off.
    private static List<SameDays> stated(Availability own) {
        var special = own.exceptions().stream().map(SpecialDay::day).toList();
        return Stream.concat(
                        own.daysOff().stream()
                                .flatMap(
                                        off -> off.first().datesUntil(off.last().plusDays(1)))
                                .filter(day -> !special.contains(day))
                                .map(SameDays::closed),
                        own.exceptions().stream().map(SameDays::of))
                .toList();
    }

    /// Adds what is stated of days after those that are laid out one by one.
    private void addBeyond(List<SameDays> exceptions, List<SameDays> stated) {
        stated.stream()
                .flatMap(each -> each.after(days.days().last()))
                .sorted(Comparator.comparing(each -> each.days().first()))
                .forEach(each -> SameDays.append(exceptions, each));
    }

    private void agent(Agent agent) {
        var calendar = calendar(agent);
        open(
                of(agent),
                agent.name(),
                agent.calendar() == null ? ROUND_THE_CLOCK : bases.getOrDefault(agent.calendar(), ROUND_THE_CLOCK));
        var own = agent.availability();
        if (!own.equals(Availability.USUAL)) {
            var base = days.hours(calendar);
            var exceptions = new ArrayList<>(
                    LocalDays.differing(days.hours(with(calendar, own)), day -> base.getOrDefault(day, List.of())));
            if (isLocal(calendar)) {
                addBeyond(exceptions, stated(own));
            }
            exceptions(exceptions);
        }
        xml.close();
    }

    private Calendar calendar(Agent agent) {
        return table.team().calendars().stream()
                .filter(each -> each.id().equals(agent.calendar()))
                .findFirst()
                .orElse(ALWAYS);
    }

    /// The calendar with an agent's own days laid over it, as far as days are laid out.
    private Calendar with(Calendar calendar, Availability own) {
        var off = own.daysOff().stream()
                .flatMap(range -> range.first().datesUntil(range.last().plusDays(1)))
                .filter(day -> !day.isAfter(days.days().last().plusDays(1)))
                .toList();
        return new Calendar(
                calendar.id(),
                calendar.zone(),
                calendar.hours(),
                Stream.concat(calendar.holidays().stream(), off.stream()).toList(),
                Stream.concat(
                                calendar.exceptions().stream().filter(day -> !off.contains(day.day())),
                                own.exceptions().stream())
                        .toList());
    }

    /// Open time of a week that begins on Monday.
    private record Minutes(int from, int until) {}

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
            var spans = usual(open, DayOfWeek.of(Math.floorMod(type - 2, 7) + 1));
            xml.open("WeekDay").leaf("DayType", type).leaf("DayWorking", spans.isEmpty() ? 0 : 1);
            times(spans);
            xml.close();
        }
        xml.close();
    }

    /// What is open on that day of a week.
    private static List<TimeSpan> usual(List<Minutes> open, DayOfWeek day) {
        int midnight = (day.getValue() - 1) * DAY;
        var spans = new ArrayList<TimeSpan>();
        open.stream()
                .filter(each -> each.from() < midnight + DAY && each.until() > midnight)
                .map(each -> new TimeSpan(
                        clock(Math.max(0, each.from() - midnight)), clock(Math.min(DAY, each.until() - midnight))))
                .forEach(span -> LocalDays.merge(spans, span));
        return spans;
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

    private void exceptions(List<SameDays> exceptions) {
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
