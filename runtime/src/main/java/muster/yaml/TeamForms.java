package muster.yaml;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import muster.plan.Agent;
import muster.plan.AgentId;
import muster.plan.AgentKind;
import muster.plan.Availability;
import muster.plan.Calendar;
import muster.plan.CalendarId;
import muster.plan.DateRange;
import muster.plan.Level;
import muster.plan.Resource;
import muster.plan.ResourceId;
import muster.plan.ResourceKind;
import muster.plan.Rotation;
import muster.plan.Share;
import muster.plan.SpecialDay;
import muster.plan.WorkingHours;
import org.jspecify.annotations.Nullable;

/// Who and what the plan can draw on.
final class TeamForms {
    private static final Field<Calendar, CalendarId> CALENDAR_ID =
            Field.required("id", NameForm.declares(Kind.CALENDAR, CalendarId::new), Calendar::id, "names the calendar");
    private static final Field<Calendar, ZoneId> ZONE =
            Field.required("zone", Times.ZONE, Calendar::zone, "time zone of its hours and holidays");
    private static final Field<Calendar, List<WorkingHours>> HOURS = Field.required(
                    "hours",
                    new ListForm<>(HoursForms.HOURS, 1),
                    Calendar::hours,
                    "spans of working time; left out, work goes on round the clock")
            .or(List.of());
    private static final Field<Calendar, List<LocalDate>> HOLIDAYS = Field.required(
                    "holidays", ListForm.of(Times.DATE), Calendar::holidays, "days without work")
            .or(List.of());

    private static final Field<Calendar, List<SpecialDay>> EXCEPTIONS = Field.required(
                    "exceptions", DayForms.EXCEPTIONS, Calendar::exceptions, "days with hours of their own")
            .or(List.of());

    static final Form<Calendar> CALENDAR = new EntryForm<>(
            "calendar",
            List.of(CALENDAR_ID, ZONE, HOURS, HOLIDAYS, EXCEPTIONS),
            entry -> new Calendar(
                    entry.get(CALENDAR_ID),
                    entry.get(ZONE),
                    entry.get(HOURS),
                    entry.get(HOLIDAYS),
                    entry.get(EXCEPTIONS)));

    private static final Field<Agent, AgentId> AGENT_ID =
            Field.required("id", NameForm.declares(Kind.AGENT, AgentId::new), Agent::id, "names the agent");
    private static final Field<Agent, String> NAME =
            Field.required("name", LineForm.TITLE, Agent::name, "as documents write it");
    private static final Field<Agent, String> ROLE = Field.required(
                    "role", TextForm.ANY, Agent::role, "short role code or title")
            .or("");
    private static final Field<Agent, AgentKind> KIND =
            Field.required("kind", WordForm.of(AgentKind.class), Agent::kind, "a person, a model or a program");
    private static final Field<Agent, List<String>> FOCUS = Field.required(
                    "focus", Texts.LIST, Agent::focus, "what the agent mainly works on")
            .or(List.of());
    private static final Field<Agent, List<String>> CRITICAL_ITEMS = Field.required(
                    "critical-items", Texts.LIST, Agent::criticalItems, "critical-path items in the agent's care")
            .or(List.of());
    private static final Field<Agent, List<String>> CAPABILITIES = Field.required(
                    "capabilities", Texts.LIST, Agent::capabilities, "what the agent can do")
            .or(List.of());
    private static final Field<Agent, Integer> CAPACITY = Field.required(
                    "capacity", WholeForm.from(1), Agent::capacity, "tasks the agent can work on at one time")
            .or(1);
    private static final Field<Agent, @Nullable CalendarId> WORKS = Field.optional(
            "calendar",
            NameForm.refers(Kind.CALENDAR, CalendarId::new),
            Agent::calendar,
            "when the agent works; left out, round the clock");
    private static final Field<Agent, List<DateRange>> DAYS_OFF = Field.<Agent, List<DateRange>>required(
                    "days-off",
                    DayForms.RANGES,
                    agent -> agent.availability().daysOff(),
                    "days without work, in the calendar's time zone")
            .or(List.of());
    private static final Field<Agent, List<SpecialDay>> AGENT_EXCEPTIONS = Field.<Agent, List<SpecialDay>>required(
                    "exceptions",
                    DayForms.EXCEPTIONS,
                    agent -> agent.availability().exceptions(),
                    "days with hours of their own, above days off and calendar")
            .or(List.of());

    static final Form<Agent> AGENT = new EntryForm<>(
            "agent",
            List.of(
                    AGENT_ID,
                    NAME,
                    ROLE,
                    KIND,
                    FOCUS,
                    CRITICAL_ITEMS,
                    CAPABILITIES,
                    CAPACITY,
                    WORKS,
                    DAYS_OFF,
                    AGENT_EXCEPTIONS),
            entry -> new Agent(
                    entry.get(AGENT_ID),
                    entry.get(NAME),
                    entry.get(ROLE),
                    entry.get(KIND),
                    entry.get(FOCUS),
                    entry.get(CRITICAL_ITEMS),
                    entry.get(CAPABILITIES),
                    entry.get(CAPACITY),
                    entry.get(WORKS),
                    new Availability(entry.get(DAYS_OFF), entry.get(AGENT_EXCEPTIONS))));

    private static final Field<Resource, ResourceId> RESOURCE_ID =
            Field.required("id", NameForm.declares(Kind.RESOURCE, ResourceId::new), Resource::id, "names the resource");
    private static final Field<Resource, ResourceKind> RESOURCE_KIND = Field.required(
            "kind", WordForm.of(ResourceKind.class), Resource::kind, "whether and when it comes back after use");
    private static final Field<Resource, String> UNIT =
            Field.required("unit", TextForm.SOME, Resource::unit, "such as GiB, USD, slots");
    private static final Field<Resource, BigDecimal> AMOUNT =
            Field.required("amount", NumberForm.AMOUNT, Resource::amount, "how much there is, in the unit");
    private static final Field<Level, Instant> LEVEL_FROM =
            Field.required("from", Times.INSTANT, Level::from, "from when on");
    private static final Field<Level, BigDecimal> LEVEL_AMOUNT = Field.required(
            "amount",
            NumberForm.AMOUNT,
            Level::amount,
            "how much there is from then on; of a consumable, how much has been provided in all");
    private static final Form<Level> LEVEL = new EntryForm<>(
            "level",
            List.of(LEVEL_FROM, LEVEL_AMOUNT),
            entry -> new Level(entry.get(LEVEL_FROM), entry.get(LEVEL_AMOUNT)));
    private static final Field<Resource, List<Level>> PROFILE = Field.required(
                    "profile", ListForm.of(LEVEL), Resource::profile, "how much there is later")
            .or(List.of());
    private static final Field<Resource, Rotation> ROTATION = Field.required(
                    "rotation",
                    WordForm.of(Rotation.class),
                    Resource::rotation,
                    "daily: it is one agent's for a day of UTC, then the next one's")
            .or(Rotation.NONE);

    private static final Field<Resource, @Nullable Share> WARN_AT = Field.optional(
            "warn-at",
            NumberForm.SHARE,
            Resource::warnAt,
            "share of a consumable at which a run warns, 0 to 1; left out, " + Resource.USUAL_WARNING);

    static final Form<Resource> RESOURCE = new EntryForm<>(
            "resource",
            List.of(RESOURCE_ID, RESOURCE_KIND, UNIT, AMOUNT, PROFILE, ROTATION, WARN_AT),
            entry -> new Resource(
                    entry.get(RESOURCE_ID),
                    entry.get(RESOURCE_KIND),
                    entry.get(UNIT),
                    entry.get(AMOUNT),
                    entry.get(PROFILE),
                    entry.get(ROTATION),
                    entry.get(WARN_AT)));

    private TeamForms() {}
}
