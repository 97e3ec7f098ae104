package muster.yaml;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import muster.plan.AgentId;
import muster.plan.ConstraintKind;
import muster.plan.DateConstraint;
import muster.plan.Lag;
import muster.plan.Link;
import muster.plan.LinkKind;
import muster.plan.Money;
import muster.plan.TaskId;
import muster.plan.Timing;
import muster.plan.WorkMode;
import muster.plan.WorkMode.Who;
import org.jspecify.annotations.Nullable;

/// When tasks may be done and in which ways.
final class TimingForms {
    private static final Form<Duration> LAG = new PatternForm<>(
            "a duration such as 4h, or -4h for an overlap",
            Pattern.compile("-?" + Durations.SHAPE.pattern()),
            text -> text.startsWith("-") ? Durations.parse(text.substring(1)).negated() : Durations.parse(text),
            time -> time.isNegative() ? "-" + Durations.print(time.negated()) : Durations.print(time));

    private static final Field<Link, TaskId> AFTER =
            Field.required("after", NameForm.refers(Kind.TASK, TaskId::new), Link::after, "the task that comes first");
    private static final Field<Link, LinkKind> LINK_KIND = Field.required(
                    "kind",
                    WordForm.of(LinkKind.class),
                    Link::kind,
                    "which end of it holds back which end of this task")
            .or(LinkKind.FINISH_TO_START);
    private static final Field<Link, Duration> LAG_TIME = Field.<Link, Duration>required(
                    "lag", LAG, link -> link.lag().time(), "time between the two ends")
            .or(Duration.ZERO);
    private static final Field<Link, Lag.Passing> PASSING = Field.<Link, Lag.Passing>required(
                    "passing",
                    WordForm.of(Lag.Passing.class),
                    link -> link.lag().passing(),
                    "whether the lag passes in working time of this task's calendars or all the time")
            .or(Lag.Passing.WORKING);

    private static final Form<Link> LINK = new EntryForm<>(
            "link",
            List.of(AFTER, LINK_KIND, LAG_TIME, PASSING),
            entry ->
                    new Link(entry.get(AFTER), entry.get(LINK_KIND), new Lag(entry.get(LAG_TIME), entry.get(PASSING))));

    static final Form<List<Link>> LINKS = ListForm.of(LINK);

    private static final Map<ConstraintKind, Field<List<DateConstraint>, @Nullable Instant>> DATES = dates();

    static final Form<List<DateConstraint>> CONSTRAINTS =
            new EntryForm<>("constraints", List.copyOf(DATES.values()), TimingForms::constraints);

    private static final Field<WorkMode, BigDecimal> SPEED = Field.required(
                    "speed",
                    new PositiveForm(),
                    WorkMode::speed,
                    "hours of the estimate done in an hour; 2 is twice as fast")
            .or(BigDecimal.ONE);
    private static final Field<WorkMode, @Nullable Money> COST = Field.optional(
            "cost", Estimates.MONEY, WorkMode::cost, "what it costs this way; left out, as the task says");

    private static final Field<WorkMode, List<AgentId>> AGENTS = Field.required(
            "agents",
            new ListForm<>(NameForm.refers(Kind.AGENT, AgentId::new), 1),
            mode -> mode.who() instanceof Who.Together(var agents) ? agents : List.of(),
            "these agents together");
    private static final Field<WorkMode, String> CAPABILITY = Field.required(
            "capability",
            TextForm.SOME,
            mode -> mode.who() instanceof Who.Capable(var capability) ? capability : "",
            "any one agent who has it");
    private static final Field<WorkMode, String> ROLE = Field.required(
            "role",
            TextForm.SOME,
            mode -> mode.who() instanceof Who.InRole(var role) ? role : "",
            "any one agent in it");

    private static final ChoiceForm<WorkMode> MODE = new ChoiceForm<>(
            "mode",
            List.of(
                    new ChoiceForm.Case<>(
                            WorkMode.class,
                            mode -> mode.who() instanceof Who.Together,
                            new EntryForm<>(
                                    "mode of agents",
                                    List.of(AGENTS, SPEED, COST),
                                    entry -> mode(new Who.Together(entry.get(AGENTS)), entry))),
                    new ChoiceForm.Case<>(
                            WorkMode.class,
                            mode -> mode.who() instanceof Who.Capable,
                            new EntryForm<>(
                                    "mode by capability",
                                    List.of(CAPABILITY, SPEED, COST),
                                    entry -> mode(new Who.Capable(entry.get(CAPABILITY)), entry))),
                    new ChoiceForm.Case<>(
                            WorkMode.class,
                            mode -> mode.who() instanceof Who.InRole,
                            new EntryForm<>(
                                    "mode by role",
                                    List.of(ROLE, SPEED, COST),
                                    entry -> mode(new Who.InRole(entry.get(ROLE)), entry)))));

    static final Form<List<WorkMode>> MODES = ListForm.of(MODE);

    static final Form<Integer> PRIORITY = WholeForm.between(0, Timing.TOP_PRIORITY);

    private TimingForms() {}

    private static WorkMode mode(Who who, Entry<WorkMode> entry) {
        return new WorkMode(who, entry.get(SPEED), entry.get(COST));
    }

    private static Map<ConstraintKind, Field<List<DateConstraint>, @Nullable Instant>> dates() {
        var dates = new EnumMap<ConstraintKind, Field<List<DateConstraint>, @Nullable Instant>>(ConstraintKind.class);
        for (var kind : ConstraintKind.values()) {
            var key = kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
            dates.put(kind, Field.optional(key, Times.INSTANT, all -> at(all, kind), says(kind)));
        }
        return dates;
    }

    private static String says(ConstraintKind kind) {
        return switch (kind) {
            case START_NO_EARLIER_THAN -> "it does not start before";
            case START_NO_LATER_THAN -> "it starts by then";
            case FINISH_NO_EARLIER_THAN -> "it does not finish before";
            case FINISH_NO_LATER_THAN -> "it is finished by then";
            case MUST_START_ON -> "it starts at that instant";
            case MUST_FINISH_ON -> "it finishes at that instant";
        };
    }

    private static @Nullable Instant at(List<DateConstraint> dates, ConstraintKind kind) {
        return dates.stream()
                .filter(date -> date.kind() == kind)
                .map(DateConstraint::at)
                .findFirst()
                .orElse(null);
    }

    private static List<DateConstraint> constraints(Entry<List<DateConstraint>> entry) {
        var constraints = new ArrayList<DateConstraint>();
        DATES.forEach((kind, field) -> {
            var at = entry.get(field);
            if (at != null) {
                constraints.add(new DateConstraint(kind, at));
            }
        });
        return constraints;
    }
}
