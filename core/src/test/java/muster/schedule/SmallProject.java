package muster.schedule;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import muster.plan.Agent;
import muster.plan.AgentId;
import muster.plan.AgentKind;
import muster.plan.Calendar;
import muster.plan.CalendarId;
import muster.plan.Demand;
import muster.plan.Estimate;
import muster.plan.Resource;
import muster.plan.ResourceId;
import muster.plan.ResourceKind;
import muster.plan.TaskId;
import muster.plan.Team;
import muster.plan.WorkingHours;
import org.jspecify.annotations.Nullable;

/// Projects written in a few words; durations are in hours, `item("b", 3, "ann", "a")` is done by ann after a.
final class SmallProject {
    static final Set<DayOfWeek> WEEKDAYS = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
    static final Set<DayOfWeek> ALL_DAYS = EnumSet.allOf(DayOfWeek.class);

    private final Instant start;
    private final List<Calendar> calendars = new ArrayList<>();
    private final List<Agent> agents = new ArrayList<>();
    private final List<Resource> resources = new ArrayList<>();
    private final List<WorkItem> items = new ArrayList<>();

    SmallProject(String start) {
        this.start = Instant.parse(start);
    }

    SmallProject calendar(String id, String zone, Set<DayOfWeek> days, String... hours) {
        var spans = Arrays.stream(hours)
                .map(span -> span.split("-", -1))
                .map(span -> new WorkingHours(days, LocalTime.parse(span[0]), LocalTime.parse(span[1])))
                .toList();
        calendars.add(new Calendar(new CalendarId(id), ZoneId.of(zone), spans, List.of()));
        return this;
    }

    SmallProject holiday(String day) {
        var last = calendars.removeLast();
        calendars.add(new Calendar(last.id(), last.zone(), last.hours(), List.of(LocalDate.parse(day))));
        return this;
    }

    SmallProject agent(String id, int capacity, @Nullable String calendar) {
        agents.add(new Agent(
                new AgentId(id),
                id,
                "",
                AgentKind.HUMAN,
                List.of(),
                List.of(),
                List.of(),
                capacity,
                calendar == null ? null : new CalendarId(calendar)));
        return this;
    }

    SmallProject resource(String id, ResourceKind kind, String amount) {
        resources.add(new Resource(new ResourceId(id), kind, "GiB", new BigDecimal(amount)));
        return this;
    }

    SmallProject item(String id, int hours, String owners, String needs) {
        return item(id, Duration.ofHours(hours), owners, needs);
    }

    SmallProject item(String id, Duration work, String owners, String needs) {
        items.add(new WorkItem(
                new TaskId(id),
                Estimate.exactly(work),
                words(owners).stream().map(AgentId::new).toList(),
                words(needs).stream().map(TaskId::new).toList(),
                List.of(),
                null));
        return this;
    }

    SmallProject demands(String resource, String amount) {
        var last = items.removeLast();
        var demands = new ArrayList<>(last.demands());
        demands.add(new Demand(new ResourceId(resource), new BigDecimal(amount)));
        items.add(new WorkItem(last.id(), last.estimate(), last.owners(), last.needs(), demands, last.earliest()));
        return this;
    }

    SmallProject notBefore(String instant) {
        var last = items.removeLast();
        items.add(new WorkItem(
                last.id(), last.estimate(), last.owners(), last.needs(), last.demands(), Instant.parse(instant)));
        return this;
    }

    SchedulingProblem problem() {
        return new SchedulingProblem(items, new Team(calendars, agents, resources), start, Basis.LIKELY);
    }

    Schedule schedule() {
        return scheduled().schedule();
    }

    Network network() {
        return scheduled().network();
    }

    Slot slot(String item) {
        return schedule().slotOf(new TaskId(item)).orElseThrow();
    }

    private SchedulingResult.Scheduled scheduled() {
        return (SchedulingResult.Scheduled) Scheduler.schedule(problem());
    }

    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(" ", -1));
    }
}
