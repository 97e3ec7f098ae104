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
import java.util.function.UnaryOperator;
import muster.plan.Agent;
import muster.plan.AgentId;
import muster.plan.AgentKind;
import muster.plan.Availability;
import muster.plan.Calendar;
import muster.plan.CalendarId;
import muster.plan.ConstraintKind;
import muster.plan.DateConstraint;
import muster.plan.DateRange;
import muster.plan.Demand;
import muster.plan.Estimate;
import muster.plan.Lag;
import muster.plan.Level;
import muster.plan.Link;
import muster.plan.LinkKind;
import muster.plan.Resource;
import muster.plan.ResourceId;
import muster.plan.ResourceKind;
import muster.plan.Rotation;
import muster.plan.SpecialDay;
import muster.plan.TaskId;
import muster.plan.Team;
import muster.plan.TimeSpan;
import muster.plan.Timing;
import muster.plan.WorkMode;
import muster.plan.WorkingHours;
import org.jspecify.annotations.Nullable;

/// Projects written in a few words; durations are in hours, `item("b", 3, "ann", "a")` is done by ann after a.
public final class SmallProject {
    public static final Set<DayOfWeek> WEEKDAYS = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
    public static final Set<DayOfWeek> ALL_DAYS = EnumSet.allOf(DayOfWeek.class);

    private final Instant start;
    private final List<Calendar> calendars = new ArrayList<>();
    private final List<Agent> agents = new ArrayList<>();
    private final List<Resource> resources = new ArrayList<>();
    private final List<WorkItem> items = new ArrayList<>();

    public SmallProject(String start) {
        this.start = Instant.parse(start);
    }

    public SmallProject calendar(String id, String zone, Set<DayOfWeek> days, String... hours) {
        var spans = Arrays.stream(hours)
                .map(span -> span.split("-", -1))
                .map(span -> new WorkingHours(days, LocalTime.parse(span[0]), LocalTime.parse(span[1])))
                .toList();
        calendars.add(new Calendar(new CalendarId(id), ZoneId.of(zone), spans, List.of()));
        return this;
    }

    public SmallProject holiday(String day) {
        var last = calendars.removeLast();
        calendars.add(new Calendar(last.id(), last.zone(), last.hours(), List.of(LocalDate.parse(day))));
        return this;
    }

    public SmallProject agent(String id, int capacity, @Nullable String calendar) {
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

    public SmallProject resource(String id, ResourceKind kind, String amount) {
        resources.add(new Resource(new ResourceId(id), kind, "GiB", new BigDecimal(amount)));
        return this;
    }

    public SmallProject item(String id, int hours, String owners, String needs) {
        return item(id, Duration.ofHours(hours), owners, needs);
    }

    public SmallProject item(String id, Duration work, String owners, String needs) {
        items.add(new WorkItem(
                new TaskId(id),
                Estimate.exactly(work),
                words(owners).stream().map(AgentId::new).toList(),
                words(needs).stream().map(TaskId::new).toList(),
                List.of(),
                null));
        return this;
    }

    public SmallProject demands(String resource, String amount) {
        var last = items.removeLast();
        var demands = new ArrayList<>(last.demands());
        demands.add(new Demand(new ResourceId(resource), new BigDecimal(amount)));
        items.add(new WorkItem(last.id(), last.estimate(), last.owners(), last.needs(), demands, last.earliest()));
        return this;
    }

    public SmallProject notBefore(String instant) {
        var last = items.removeLast();
        items.add(new WorkItem(
                last.id(), last.estimate(), last.owners(), last.needs(), last.demands(), Instant.parse(instant)));
        return this;
    }

    /// The last item holds it until another one, which may come later, is finished.
    public SmallProject holdsUntil(String resource, String amount, String until) {
        var last = items.removeLast();
        var demands = new ArrayList<>(last.demands());
        demands.add(new Demand(new ResourceId(resource), new BigDecimal(amount), new TaskId(until)));
        items.add(last.holding(demands));
        return this;
    }

    public SmallProject link(String after, LinkKind kind, Duration lag, Lag.Passing passing) {
        return timing(timing -> {
            var links = new ArrayList<>(timing.links());
            links.add(new Link(new TaskId(after), kind, new Lag(lag, passing)));
            return timing.linking(links);
        });
    }

    public SmallProject link(String after, LinkKind kind, int lagHours) {
        return link(after, kind, Duration.ofHours(lagHours), Lag.Passing.WORKING);
    }

    public SmallProject date(ConstraintKind kind, String at) {
        return timing(timing -> {
            var dates = new ArrayList<>(timing.constraints());
            dates.add(new DateConstraint(kind, Instant.parse(at)));
            return new Timing(
                    timing.links(), dates, timing.deadline(), timing.kind(), timing.priority(), timing.modes());
        });
    }

    public SmallProject deadline(String at) {
        return timing(timing -> new Timing(
                timing.links(),
                timing.constraints(),
                Instant.parse(at),
                timing.kind(),
                timing.priority(),
                timing.modes()));
    }

    public SmallProject priority(int priority) {
        return timing(timing -> new Timing(
                timing.links(), timing.constraints(), timing.deadline(), timing.kind(), priority, timing.modes()));
    }

    public SmallProject mode(WorkMode.Who who, String speed) {
        return timing(timing -> {
            var modes = new ArrayList<>(timing.modes());
            modes.add(new WorkMode(who, new BigDecimal(speed), null));
            return new Timing(
                    timing.links(), timing.constraints(), timing.deadline(), timing.kind(), timing.priority(), modes);
        });
    }

    private SmallProject timing(UnaryOperator<Timing> change) {
        var last = items.removeLast();
        items.add(new WorkItem(
                last.id(),
                last.estimate(),
                last.owners(),
                last.needs(),
                last.demands(),
                last.earliest(),
                change.apply(last.timing()),
                last.part()));
        return this;
    }

    /// From an instant on there is that much of the last resource, each as `instant amount`.
    public SmallProject levels(String... levels) {
        var last = resources.removeLast();
        var profile = Arrays.stream(levels)
                .map(level -> level.split(" ", -1))
                .map(level -> new Level(Instant.parse(level[0]), new BigDecimal(level[1])))
                .toList();
        resources.add(new Resource(last.id(), last.kind(), last.unit(), last.amount(), profile, last.rotation()));
        return this;
    }

    public SmallProject inTurn() {
        var last = resources.removeLast();
        resources.add(new Resource(last.id(), last.kind(), last.unit(), last.amount(), last.profile(), Rotation.DAILY));
        return this;
    }

    public SmallProject away(String first, String last) {
        return available(List.of(new DateRange(LocalDate.parse(first), LocalDate.parse(last))), List.of());
    }

    public SmallProject extra(String day, String from, String until) {
        var hours = new TimeSpan(LocalTime.parse(from), LocalTime.parse(until));
        return available(List.of(), List.of(new SpecialDay(LocalDate.parse(day), List.of(hours))));
    }

    private SmallProject available(List<DateRange> off, List<SpecialDay> special) {
        var last = agents.removeLast();
        agents.add(new Agent(
                last.id(),
                last.name(),
                last.role(),
                last.kind(),
                last.focus(),
                last.criticalItems(),
                last.capabilities(),
                last.capacity(),
                last.calendar(),
                new Availability(off, special)));
        return this;
    }

    /// The last agent can do it.
    public SmallProject able(String capability) {
        var last = agents.removeLast();
        agents.add(new Agent(
                last.id(),
                last.name(),
                last.role(),
                last.kind(),
                last.focus(),
                last.criticalItems(),
                List.of(capability),
                last.capacity(),
                last.calendar(),
                last.availability()));
        return this;
    }

    public SchedulingProblem problem() {
        return new SchedulingProblem(items, new Team(calendars, agents, resources), start, Basis.LIKELY);
    }

    public Schedule schedule() {
        return scheduled().schedule();
    }

    Network network() {
        return scheduled().network();
    }

    public Slot slot(String item) {
        return schedule().slotOf(new TaskId(item)).orElseThrow();
    }

    List<Breach> breaches() {
        return scheduled().breaches();
    }

    private SchedulingResult.Scheduled scheduled() {
        return (SchedulingResult.Scheduled) Scheduler.schedule(problem());
    }

    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(" ", -1));
    }
}
