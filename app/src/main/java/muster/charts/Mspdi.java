package muster.charts;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import muster.charts.Timetable.Arc;
import muster.charts.Timetable.Bar;
import muster.charts.Timetable.Kind;
import muster.charts.Timetable.Lane;
import muster.plan.AgentId;
import muster.plan.Calendar;
import muster.plan.ConstraintKind;
import muster.plan.Lag;
import muster.plan.LinkKind;
import muster.plan.TaskId;

/// A schedule as the XML of Microsoft Project (MSPDI, its schema of 2007). Times are local to one zone, that of
/// most agents, as the form knows none.
final class Mspdi {
    private static final String NAMESPACE = "http://schemas.microsoft.com/project";

    /// Format of durations: hours, and hours of elapsed time.
    private static final String HOURS = "5";

    private static final String ELAPSED_HOURS = "6";

    /// Lags and slack are counted in tenths of a minute.
    private static final long TENTH = 6;

    private final Timetable table;
    private final ZoneId zone;
    private final Xml xml = new Xml();
    private final Map<TaskId, Integer> numbers = new HashMap<>();
    private final Map<AgentId, Integer> resources = new HashMap<>();
    private final Map<TaskId, List<Arc>> before;
    private int row;

    private Mspdi(Timetable table) {
        this.table = table;
        this.zone = zone(table);
        int number = 0;
        for (var lane : table.lanes()) {
            number++;
            for (var bar : lane.bars()) {
                numbers.put(bar.id(), ++number);
            }
        }
        table.team().agents().forEach(agent -> resources.put(agent.id(), resources.size() + 1));
        before = table.arcs().stream().collect(Collectors.groupingBy(Arc::to));
    }

    static String write(Timetable table) {
        return new Mspdi(table).written();
    }

    /// Of most agents' calendars; UTC if none has any.
    private static ZoneId zone(Timetable table) {
        var zones = table.team().calendars().stream().collect(Collectors.toMap(Calendar::id, Calendar::zone));
        return table.team().agents().stream()
                .flatMap(agent -> Stream.ofNullable(agent.calendar() == null ? null : zones.get(agent.calendar())))
                .collect(Collectors.groupingBy(each -> each, Collectors.counting()))
                .entrySet()
                .stream()
                .max(Map.Entry.<ZoneId, Long>comparingByValue()
                        .thenComparing(each -> each.getKey().getId(), Comparator.reverseOrder()))
                .map(Map.Entry::getKey)
                .orElse(ZoneOffset.UTC);
    }

    private String written() {
        var head = table.head();
        xml.open("Project", "xmlns", NAMESPACE)
                .leaf("SaveVersion", 12)
                .leaf("Name", head.id())
                .leaf("Title", head.title())
                .leaf("ScheduleFromStart", 1)
                .leaf("StartDate", time(head.start()))
                .leaf("FinishDate", time(head.finish()))
                .leaf("CalendarUID", MspdiCalendars.ROUND_THE_CLOCK)
                .leaf("MinutesPerDay", 480)
                .leaf("MinutesPerWeek", 2400)
                .leaf("DaysPerMonth", 20)
                .leaf("NewTasksAreManual", 0);
        columns();
        var calendars = new MspdiCalendars(table, zone, xml);
        calendars.write();
        tasks();
        resources(calendars);
        assignments();
        return xml.close().toString();
    }

    private String time(Instant at) {
        return LocalDateTime.ofInstant(at, zone).withNano(0) + (at.atZone(zone).getSecond() == 0 ? ":00" : "");
    }

    private static String length(Duration time) {
        return "PT" + time.toHours() + "H" + time.toMinutesPart() + "M" + time.toSecondsPart() + "S";
    }

    private static long tenths(Duration time) {
        return time.toSeconds() / TENTH;
    }

    private void tasks() {
        xml.open("Tasks");
        for (int phase = 0; phase < table.lanes().size(); phase++) {
            var lane = table.lanes().get(phase);
            phase(lane, phase + 1);
            for (int place = 0; place < lane.bars().size(); place++) {
                task(lane.bars().get(place), (phase + 1) + "." + (place + 1));
            }
        }
        xml.close();
    }

    private void named(String title, String outline) {
        row++;
        xml.open("Task")
                .leaf("UID", row)
                .leaf("ID", row)
                .leaf("Name", title)
                .leaf("Type", 1)
                .leaf("IsNull", 0);
        xml.leaf("WBS", outline).leaf("OutlineNumber", outline).leaf("OutlineLevel", outline.contains(".") ? 2 : 1);
    }

    private void phase(Lane lane, int number) {
        named(lane.title(), String.valueOf(number));
        var between = Duration.between(lane.start(), lane.finish());
        xml.leaf("Start", time(lane.start()))
                .leaf("Finish", time(lane.finish()))
                .leaf("Duration", length(between));
        xml.leaf("DurationFormat", HOURS)
                .leaf("Milestone", 0)
                .leaf("Summary", 1)
                .close();
    }

    private void task(Bar bar, String outline) {
        named(bar.title(), outline);
        var task = bar.task();
        xml.leaf("Priority", task == null ? 500 : task.timing().priority())
                .leaf("Start", time(bar.start()))
                .leaf("Finish", time(bar.finish()))
                .leaf("Duration", length(bar.work()))
                .leaf("DurationFormat", HOURS)
                .leaf("EffortDriven", 0)
                .leaf("Estimated", 0)
                .leaf("Milestone", bar.kind() == Kind.WORK ? 0 : 1)
                .leaf("Summary", 0)
                .leaf("Critical", table.isCritical(bar) ? 1 : 0)
                .leaf("FreeSlack", tenths(bar.slot().freeSlack()))
                .leaf("TotalSlack", tenths(bar.slot().totalSlack()));
        var dates = MspdiDates.of(bar);
        constraint(dates);
        xml.leaf("Notes", bar.id());
        before.getOrDefault(bar.id(), List.of()).forEach(this::link);
        dates.others()
                .forEach((column, at) -> xml.open("ExtendedAttribute")
                        .leaf("FieldID", column.field())
                        .leaf("Value", time(at))
                        .close());
        xml.close();
    }

    private void constraint(MspdiDates dates) {
        var date = dates.constraint();
        if (date == null) {
            xml.leaf("ConstraintType", 0);
        } else {
            xml.leaf("ConstraintType", type(date.kind())).leaf("ConstraintDate", time(date.at()));
        }
        if (dates.deadline() != null) {
            xml.leaf("Deadline", time(dates.deadline()));
        }
    }

    /// The columns for dates that some item has beyond those that Project goes by.
    private void columns() {
        var used = table.bars().stream()
                .flatMap(bar -> MspdiDates.of(bar).others().keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        xml.open("ExtendedAttributes");
        for (var column : used) {
            xml.open("ExtendedAttribute")
                    .leaf("FieldID", column.field())
                    .leaf("FieldName", column.fieldName())
                    .leaf("Alias", column.words())
                    .close();
        }
        xml.close();
    }

    private static int type(ConstraintKind kind) {
        return switch (kind) {
            case MUST_START_ON -> 2;
            case MUST_FINISH_ON -> 3;
            case START_NO_EARLIER_THAN -> 4;
            case START_NO_LATER_THAN -> 5;
            case FINISH_NO_EARLIER_THAN -> 6;
            case FINISH_NO_LATER_THAN -> 7;
        };
    }

    private void link(Arc arc) {
        xml.open("PredecessorLink")
                .leaf("PredecessorUID", numbers.getOrDefault(arc.from(), 0))
                .leaf("Type", type(arc.kind()))
                .leaf("CrossProject", 0)
                .leaf("LinkLag", tenths(arc.lag().time()))
                .leaf("LagFormat", arc.lag().passing() == Lag.Passing.ELAPSED ? ELAPSED_HOURS : HOURS)
                .close();
    }

    private static int type(LinkKind kind) {
        return switch (kind) {
            case FINISH_TO_FINISH -> 0;
            case FINISH_TO_START -> 1;
            case START_TO_FINISH -> 2;
            case START_TO_START -> 3;
        };
    }

    private void resources(MspdiCalendars calendars) {
        xml.open("Resources");
        for (var agent : table.team().agents()) {
            int number = resources.getOrDefault(agent.id(), 0);
            xml.open("Resource")
                    .leaf("UID", number)
                    .leaf("ID", number)
                    .leaf("Name", agent.name())
                    .leaf("Type", 1)
                    .leaf("IsNull", 0)
                    .leaf("MaxUnits", agent.capacity())
                    .leaf("CalendarUID", calendars.of(agent))
                    .close();
        }
        xml.close();
    }

    private void assignments() {
        xml.open("Assignments");
        var given = new ArrayList<AgentId>();
        for (var bar : table.bars()) {
            for (var owner : bar.slot().owners()) {
                given.add(owner);
                xml.open("Assignment")
                        .leaf("UID", given.size())
                        .leaf("TaskUID", numbers.getOrDefault(bar.id(), 0))
                        .leaf("ResourceUID", resources.getOrDefault(owner, 0))
                        .leaf("Finish", time(bar.finish()))
                        .leaf("Start", time(bar.start()))
                        .leaf("Units", 1)
                        .leaf("Work", length(bar.work()))
                        .close();
            }
        }
        xml.close();
    }
}
