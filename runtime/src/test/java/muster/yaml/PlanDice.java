package muster.yaml;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import muster.plan.Action;
import muster.plan.Agent;
import muster.plan.AgentId;
import muster.plan.AgentKind;
import muster.plan.AlertRule;
import muster.plan.AlertSeverity;
import muster.plan.AssuranceLevel;
import muster.plan.Attendance;
import muster.plan.Availability;
import muster.plan.Calendar;
import muster.plan.CalendarId;
import muster.plan.Claim;
import muster.plan.ClaimValue;
import muster.plan.ConflictKind;
import muster.plan.ConflictRule;
import muster.plan.ConstraintKind;
import muster.plan.Coordination;
import muster.plan.CostRange;
import muster.plan.DateConstraint;
import muster.plan.DateRange;
import muster.plan.DayWindow;
import muster.plan.Deadline;
import muster.plan.Definition;
import muster.plan.Deliverable;
import muster.plan.Demand;
import muster.plan.Distribution;
import muster.plan.Escalation;
import muster.plan.Estimate;
import muster.plan.Expectation;
import muster.plan.ExpectationId;
import muster.plan.FactId;
import muster.plan.FormTemplate;
import muster.plan.Gate;
import muster.plan.GateFailure;
import muster.plan.GateId;
import muster.plan.HandOff;
import muster.plan.Header;
import muster.plan.HostProbe;
import muster.plan.Impact;
import muster.plan.ImportNotes;
import muster.plan.Invocation;
import muster.plan.ItemId;
import muster.plan.Lag;
import muster.plan.Language;
import muster.plan.Level;
import muster.plan.Link;
import muster.plan.LinkKind;
import muster.plan.Matcher;
import muster.plan.Meeting;
import muster.plan.Metric;
import muster.plan.Mitigation;
import muster.plan.Mode;
import muster.plan.Money;
import muster.plan.Need;
import muster.plan.NeedsDecision;
import muster.plan.Origin;
import muster.plan.Outcome;
import muster.plan.Phase;
import muster.plan.PhaseId;
import muster.plan.Plan;
import muster.plan.PlanId;
import muster.plan.Presence;
import muster.plan.Probe;
import muster.plan.Question;
import muster.plan.Remedy;
import muster.plan.Repair;
import muster.plan.Repeat;
import muster.plan.Resource;
import muster.plan.ResourceId;
import muster.plan.ResourceKind;
import muster.plan.Review;
import muster.plan.Risk;
import muster.plan.RiskLevel;
import muster.plan.RollbackProcedure;
import muster.plan.Rotation;
import muster.plan.Share;
import muster.plan.Source;
import muster.plan.SpecialDay;
import muster.plan.Standing;
import muster.plan.Stretch;
import muster.plan.Task;
import muster.plan.TaskId;
import muster.plan.TaskKind;
import muster.plan.Team;
import muster.plan.Threshold;
import muster.plan.TimeSpan;
import muster.plan.Timing;
import muster.plan.Uncertainty;
import muster.plan.Waiver;
import muster.plan.Watch;
import muster.plan.WorkMode;
import muster.plan.WorkingHours;

/// Makes plans from a seed: every field, every case, awkward text.
final class PlanDice {
    private static final List<String> AWKWARD = List.of(
            "a: b",
            "# no comment",
            "yes",
            "null",
            "~",
            "1.0",
            "0x1F",
            "- item",
            "  spaces  ",
            "two\nlines\n",
            "\ttab",
            "quote \" and '",
            "caf\u00e9 \u2192 \ud83d\udccc",
            "*alias",
            "!tag",
            "&anchor",
            "{flow",
            "[list",
            "%dir",
            "@at",
            "`tick",
            "a\u0000b",
            "nel\u0085x",
            "bom\ufeff",
            "trailing ",
            ":",
            "-",
            "?",
            "2026-01-05",
            "09:00",
            "1e3",
            "line\n\n  indented\nend",
            "back\\slash",
            "a #b",
            "a,b",
            "<<",
            "=",
            ".inf",
            "\r\n",
            "x\u2028y",
            "1_000",
            "0o7");

    private final Random random;
    private final HostDice hosts;
    private final List<AgentId> agents;
    private final List<TaskId> tasks;
    private final List<PhaseId> phases;
    private int count;

    PlanDice(long seed) {
        random = new Random(seed);
        hosts = new HostDice(random, this::text);
        agents = ids("agent-", AgentId::new);
        tasks = ids("task.", TaskId::new);
        phases = ids("p:", PhaseId::new);
    }

    private <I> List<I> ids(String prefix, Function<String, I> make) {
        return IntStream.rangeClosed(1, random.nextInt(1, 5))
                .mapToObj(i -> make.apply(prefix + i))
                .toList();
    }

    Plan plan() {
        return new Plan(
                header(),
                team(),
                list(_ -> expectation()),
                list(_ -> claim()),
                list(_ -> question()),
                phases(),
                coordination(),
                list(_ -> risk()),
                watch(),
                outcome(),
                notes(),
                agents.size() < 2 ? List.of() : list(_ -> waiver()),
                uncertainty());
    }

    private Uncertainty uncertainty() {
        var distribution = switch (random.nextInt(3)) {
            case 0 -> new Distribution.Pert(1 + random.nextInt(99));
            case 1 -> new Distribution.Triangular();
            default -> new Distribution.Uniform();
        };
        return new Uncertainty(distribution, new Share(random.nextInt(6) / 10.0), share(), maybe(this::money));
    }

    private Share share() {
        return new Share(random.nextInt(5) / 10.0);
    }

    private Repeat repeat() {
        return random.nextBoolean() ? new Repeat.WithProbability(share(), 7) : new Repeat.Rounds(1, 2, 9);
    }

    private Waiver waiver() {
        return new Waiver(
                item(),
                List.of(random.nextBoolean() ? "*" : "exp*"),
                text(),
                agents.getFirst(),
                agents.getLast(),
                instant(),
                maybe(() -> "openP0 < 3 && waived == 0"),
                maybe(this::source));
    }

    private Header header() {
        return new Header(
                new PlanId("plan"),
                text(),
                instant(),
                maybe(() -> pick(phases)),
                facts(),
                list(_ -> new Deadline(item(), text(), instant(), source())),
                random.nextBoolean() ? new Standing.Current() : superseded());
    }

    private Standing superseded() {
        return new Standing.Superseded(maybe(this::text), source());
    }

    private Team team() {
        var calendars = list(i -> new Calendar(
                new CalendarId("cal" + i),
                pick(List.<ZoneId>of(ZoneId.of("UTC"), ZoneId.of("Europe/Vienna"), java.time.ZoneOffset.UTC)),
                list(_ -> hours()),
                list(_ -> LocalDate.ofEpochDay(random.nextInt(30000))),
                list(_ -> specialDay())));
        var people = agents.stream()
                .map(id -> new Agent(
                        id,
                        text(),
                        any(),
                        pick(AgentKind.values()),
                        texts(),
                        texts(),
                        texts(),
                        1 + random.nextInt(5),
                        calendars.isEmpty() ? null : maybe(() -> pick(calendars).id()),
                        new Availability(list(_ -> range()), list(_ -> specialDay()))))
                .toList();
        return new Team(
                calendars,
                people,
                List.of(new Resource(
                        new ResourceId("disk"),
                        pick(ResourceKind.values()),
                        text(),
                        amount(),
                        list(_ -> new Level(instant(), amount())),
                        pick(Rotation.values()))));
    }

    private DateRange range() {
        var first = LocalDate.ofEpochDay(random.nextInt(30000));
        return new DateRange(first, first.plusDays(random.nextInt(3)));
    }

    private SpecialDay specialDay() {
        return new SpecialDay(
                LocalDate.ofEpochDay(random.nextInt(30000)),
                list(_ -> new TimeSpan(
                        LocalTime.of(random.nextInt(12), random.nextInt(60)),
                        random.nextBoolean() ? LocalTime.MIDNIGHT : LocalTime.of(13, random.nextInt(60)))));
    }

    private WorkingHours hours() {
        var days = EnumSet.of(pick(DayOfWeek.values()), pick(DayOfWeek.values()), pick(DayOfWeek.values()));
        var from = LocalTime.of(random.nextInt(12), random.nextInt(60));
        var until = random.nextBoolean() ? LocalTime.MIDNIGHT : from.plusMinutes(1 + random.nextInt(600));
        return new WorkingHours(days, from, until);
    }

    private Expectation expectation() {
        return new Expectation(
                new ExpectationId("e" + count++),
                text(),
                any(),
                pick(Need.values()),
                pick(AssuranceLevel.values()),
                probe(),
                maybe(this::text),
                list(_ -> pick(phases)),
                list(_ -> remedy()),
                maybe(this::text),
                maybe(this::text),
                source());
    }

    private Remedy remedy() {
        return new Remedy(new TaskId("remedy" + count++), text(), pick(agents), estimate(), money(), action(), facts());
    }

    private Probe probe() {
        return switch (random.nextInt(17)) {
            case 0 -> new Probe.FileThere(text());
            case 1 -> new Probe.Script(text(), pick(Language.values()));
            case 2 -> new Probe.Capability(some(texts()), maybe(this::text));
            case 3 -> new Probe.Command(argv(), random.nextInt(3), maybe(this::text));
            case 4 -> new Probe.Dependency(pick(List.of("pip", "apt", "npm")), text(), any());
            case 5 -> new Probe.Tool(text(), any());
            case 6 -> new Probe.Table(text(), text(), texts());
            case 7 -> new Probe.ScratchTable(text());
            case 8 -> new Probe.Listing(text(), random.nextLong(Long.MAX_VALUE));
            case 9 -> new Probe.Tracked(text());
            case 10 -> new Probe.Written(text());
            case 11 -> new Probe.Remote(text(), text());
            case 12 -> hosts.hostProbe();
            case 13 -> hosts.netProbe();
            case 14 -> new HostProbe.Service(text(), pick(Presence.values()), maybe(() -> pick(Presence.values())));
            case 15 ->
                new Probe.Command(
                        new Invocation.Shell(text()),
                        new Matcher.Not(hosts.matcher()),
                        List.of(hosts.matcher()),
                        List.of(hosts.matcher()),
                        null);
            default -> new Probe.HandedOver(text(), text());
        };
    }

    private Action action() {
        return switch (random.nextInt(4)) {
            case 0 -> new Action.Command(argv());
            case 1 -> new Action.Sql(text(), some(texts()));
            case 2 -> new Action.Pack(text(), table());
            default -> new Action.Manual(any());
        };
    }

    private Claim claim() {
        return new Claim(item(), text(), stated(), pick(Origin.values()), any(), source());
    }

    private ClaimValue stated() {
        return switch (random.nextInt(9)) {
            case 0 -> new ClaimValue.Version("3.14." + random.nextInt(9));
            case 1 -> new ClaimValue.Status("not needed");
            case 2 -> new ClaimValue.Dated(java.time.LocalDate.EPOCH.plusDays(random.nextInt(9999)));
            case 3 -> new ClaimValue.Existence("a/" + random.nextInt(9) + ".py");
            case 4 -> new ClaimValue.Computed(BigDecimal.valueOf(random.nextInt(100_000), 2), "tables", "1 + 2 * 3.5");
            case 5 -> new ClaimValue.Columns(List.of("id", "total_" + random.nextInt(9)));
            case 6 -> joined();
            case 7 -> limit();
            default -> ClaimValue.of(amount().negate(), any());
        };
    }

    private ClaimValue joined() {
        var sources = new java.util.LinkedHashMap<String, BigDecimal>();
        sources.put("a.csv", BigDecimal.valueOf(random.nextInt(100)));
        sources.put("db.b", BigDecimal.TEN);
        return new ClaimValue.Joined(
                BigDecimal.valueOf(random.nextInt(200)), sources, random.nextBoolean() ? "" : "id");
    }

    private ClaimValue limit() {
        return switch (random.nextInt(3)) {
            case 0 -> new ClaimValue.Limit(null, "", null);
            case 1 ->
                new ClaimValue.Limit(BigDecimal.valueOf(random.nextInt(100)), any().equals("") ? "" : "rows", null);
            default ->
                new ClaimValue.Limit(BigDecimal.ONE, "TiB", java.time.Duration.ofSeconds(1 + random.nextInt(90)));
        };
    }

    private Question question() {
        return new Question(item(), 1 + random.nextInt(9), text(), source());
    }

    private List<Phase> phases() {
        return IntStream.range(0, phases.size()).mapToObj(this::phase).toList();
    }

    private Phase phase(int number) {
        return new Phase(
                phases.get(number),
                text(),
                pick(Mode.values()),
                list(i -> phases.get(i), number),
                maybe(this::days),
                maybe(this::estimate),
                maybe(() -> pick(RiskLevel.values())),
                maybe(this::text),
                maybe(this::repeat),
                number == 0 ? list(this::task, tasks.size()) : List.of(),
                source());
    }

    private Task task(int number) {
        var timing = timing(number);
        return new Task(
                tasks.get(number),
                text(),
                list(_ -> pick(agents)),
                list(i -> tasks.get(i), number),
                facts(),
                facts(),
                timing.kind() == TaskKind.MILESTONE ? Estimate.ZERO : estimate(),
                money(),
                list(_ -> new Demand(
                        new ResourceId("disk"),
                        amount(),
                        number + 1 < tasks.size() ? maybe(() -> tasks.get(number + 1)) : null)),
                maybe(() -> pick(RiskLevel.values())),
                action(),
                maybe(this::days),
                texts(),
                random.nextInt(11),
                maybe(this::duration),
                maybe(this::action),
                source(),
                timing);
    }

    private Timing timing(int number) {
        return new Timing(
                list(i -> link(tasks.get(i)), number),
                Stream.of(ConstraintKind.values())
                        .filter(_ -> random.nextInt(4) == 0)
                        .map(kind -> new DateConstraint(kind, instant()))
                        .toList(),
                maybe(this::instant),
                pick(TaskKind.values()),
                random.nextInt(Timing.TOP_PRIORITY + 1),
                list(_ -> mode()));
    }

    private Link link(TaskId after) {
        var time = duration();
        return new Link(
                after,
                pick(LinkKind.values()),
                new Lag(random.nextBoolean() ? time : time.negated(), pick(Lag.Passing.values())));
    }

    private WorkMode mode() {
        var who = switch (random.nextInt(3)) {
            case 0 -> new WorkMode.Who.Together(List.of(pick(agents)));
            case 1 -> new WorkMode.Who.Capable(text());
            default -> new WorkMode.Who.InRole(text());
        };
        return new WorkMode(who, BigDecimal.valueOf(1 + random.nextInt(99), 1), maybe(this::money));
    }

    private Coordination coordination() {
        return new Coordination(
                list(_ -> new Gate(
                        new GateId("gate" + count++),
                        text(),
                        list(_ -> pick(agents)),
                        List.of(),
                        List.of(),
                        maybe(this::text),
                        maybe(() -> new GateFailure(share(), 3, list(i -> tasks.get(i), tasks.size()))),
                        source())),
                list(_ -> new HandOff(item(), text(), pick(agents), pick(agents), null, null, source())),
                list(_ -> new Meeting(
                        item(),
                        text(),
                        LocalTime.of(random.nextInt(24), 30),
                        ZoneId.of("UTC"),
                        duration(),
                        pick(Attendance.values()),
                        texts(),
                        source())),
                list(_ -> new ConflictRule(
                        pick(ConflictKind.values()),
                        texts(),
                        maybe(this::duration),
                        maybe(this::duration),
                        maybe(this::duration),
                        pick(Rotation.values()),
                        source())),
                list(_ -> new Escalation(item(), text(), text(), source())),
                texts());
    }

    private Risk risk() {
        return new Risk(
                item(),
                text(),
                pick(RiskLevel.values()),
                maybe(() -> pick(phases)),
                list(i -> tasks.get(i), tasks.size()),
                maybe(this::share),
                maybe(this::impact),
                maybe(() -> new Mitigation(money(), share())),
                texts(),
                texts(),
                source());
    }

    private Impact impact() {
        var cost = money();
        var more = new Money(cost.amount().add(BigDecimal.TEN), cost.currency());
        var delay = estimate();
        boolean some = delay.max().isZero();
        return new Impact(delay, some ? new Stretch(0.5, 1.25, 2) : null, maybe(() -> new CostRange(cost, more, more)));
    }

    private Watch watch() {
        return new Watch(
                list(_ -> new Metric(item(), text(), any(), any(), source())),
                list(_ -> new AlertRule(
                        item(),
                        text(),
                        pick(AlertSeverity.values()),
                        maybe(() -> new Threshold(text(), pick(Threshold.Bound.values()), amount(), any())),
                        duration(),
                        source())));
    }

    private Outcome outcome() {
        return new Outcome(
                list(_ -> new Deliverable(
                        item(),
                        text(),
                        text(),
                        maybe(this::instant),
                        maybe(() -> 1 + random.nextInt(9)),
                        texts(),
                        source())),
                list(_ -> new RollbackProcedure(
                        item(), text(), duration(), texts(), list(_ -> argv()), table(), source())),
                list(_ -> new Review(
                        item(),
                        text(),
                        Period.of(random.nextInt(3), random.nextInt(12), 1 + random.nextInt(30)),
                        texts(),
                        source())),
                texts(),
                texts());
    }

    private ImportNotes notes() {
        return new ImportNotes(
                list(_ -> new NeedsDecision(item(), text(), any(), source())),
                list(_ -> new Repair(any(), any(), new Source(word(), 7), 1 + random.nextInt(9))),
                texts(),
                list(_ -> new Definition(
                        random.nextBoolean() ? Definition.Kind.SEVERITY : Definition.Kind.READINESS,
                        text(),
                        text(),
                        source())),
                list(_ -> new FormTemplate(text(), texts(), source())));
    }

    private List<String> argv() {
        return some(list(_ -> any()));
    }

    private List<String> some(List<String> texts) {
        return texts.isEmpty() ? List.of("one") : texts;
    }

    private SortedMap<String, String> table() {
        var table = new TreeMap<String, String>();
        list(_ -> table.put(any(), any()));
        return table;
    }

    private List<FactId> facts() {
        return list(i -> new FactId(pick(List.of("ready:", "done:", "fact-", "9.")) + i));
    }

    private ItemId item() {
        return new ItemId("item_" + count++);
    }

    private Duration duration() {
        return switch (random.nextInt(5)) {
            case 0 -> Duration.ZERO;
            case 1 -> Duration.ofDays(random.nextInt(40));
            case 2 -> Duration.ofNanos(random.nextLong(1_000_000_000_000_000L));
            case 3 -> Duration.ofMillis(random.nextInt(100_000));
            default -> Duration.ofMinutes(random.nextInt(100_000));
        };
    }

    private Estimate estimate() {
        var min = duration();
        var likely = min.plus(duration());
        return switch (random.nextInt(3)) {
            case 0 -> Estimate.exactly(min);
            case 1 -> new Estimate(min, min.plus(likely.minus(min).dividedBy(2)), likely);
            default -> new Estimate(min, likely, likely.plus(duration()));
        };
    }

    private Money money() {
        return new Money(BigDecimal.valueOf(random.nextInt(100_000), random.nextInt(4)), pick(List.of("USD", "EUR")));
    }

    private BigDecimal amount() {
        return BigDecimal.valueOf(random.nextInt(100_000), random.nextInt(12) - 4);
    }

    private DayWindow days() {
        var first = 1 + random.nextInt(20);
        return new DayWindow(first, first + random.nextInt(3));
    }

    private Instant instant() {
        return Instant.ofEpochSecond(
                random.nextInt(2_000_000_000), random.nextBoolean() ? 0 : random.nextInt(1_000_000_000));
    }

    private Source source() {
        return maybe(
                () -> new Source(pick(List.of("plan.md", "C:\\a: b.md", "dir/\u00e4.md")), 1 + random.nextInt(999)));
    }

    private List<String> texts() {
        return list(_ -> text());
    }

    private String text() {
        return random.nextInt(3) == 0 ? pick(AWKWARD) : word();
    }

    private String any() {
        return random.nextInt(6) == 0 ? "" : text();
    }

    private String word() {
        return pick(
                List.of("rename", "COV tables", "build (fast)", "a/b.c", "50 percent", "needs `x` -> y", "Tu\u0308r"));
    }

    private <T> T maybe(Supplier<T> make) {
        return random.nextBoolean() ? make.get() : null;
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private <T> T pick(T[] from) {
        return from[random.nextInt(from.length)];
    }

    private <T> List<T> list(IntFunction<T> make) {
        return list(make, random.nextInt(4));
    }

    private <T> List<T> list(IntFunction<T> make, int size) {
        return IntStream.range(0, size).mapToObj(make).toList();
    }
}
