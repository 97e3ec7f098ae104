package muster.yaml;

import java.math.BigDecimal;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import muster.plan.AgentId;
import muster.plan.AlertRule;
import muster.plan.AlertSeverity;
import muster.plan.Attendance;
import muster.plan.Checking;
import muster.plan.ConflictKind;
import muster.plan.ConflictRule;
import muster.plan.ConstraintKind;
import muster.plan.Contract;
import muster.plan.Coordination;
import muster.plan.CostRange;
import muster.plan.DateConstraint;
import muster.plan.Deadline;
import muster.plan.Definition;
import muster.plan.Deliverable;
import muster.plan.Demand;
import muster.plan.Distribution;
import muster.plan.Escalation;
import muster.plan.Estimate;
import muster.plan.FactId;
import muster.plan.FormTemplate;
import muster.plan.Gate;
import muster.plan.GateFailure;
import muster.plan.GateId;
import muster.plan.GateTerms;
import muster.plan.HandOff;
import muster.plan.Header;
import muster.plan.Impact;
import muster.plan.ImportNotes;
import muster.plan.Lag;
import muster.plan.LateResults;
import muster.plan.Link;
import muster.plan.LinkKind;
import muster.plan.LoopRule;
import muster.plan.Meeting;
import muster.plan.Metric;
import muster.plan.Mitigation;
import muster.plan.Mode;
import muster.plan.Money;
import muster.plan.NeedsDecision;
import muster.plan.Outcome;
import muster.plan.Phase;
import muster.plan.PhaseId;
import muster.plan.Plan;
import muster.plan.PlanId;
import muster.plan.Question;
import muster.plan.Repair;
import muster.plan.Repeat;
import muster.plan.ResourceId;
import muster.plan.Review;
import muster.plan.Risk;
import muster.plan.RiskLevel;
import muster.plan.RollbackProcedure;
import muster.plan.Rotation;
import muster.plan.Share;
import muster.plan.Source;
import muster.plan.Standing;
import muster.plan.Stretch;
import muster.plan.Task;
import muster.plan.TaskId;
import muster.plan.TaskKind;
import muster.plan.Threshold;
import muster.plan.Timing;
import muster.plan.Uncertainty;
import muster.plan.Waiver;
import muster.plan.Watch;
import muster.plan.WorkMode;

/// Makes plans from a seed: every field, every case, awkward text.
final class PlanDice {
    private final Dice dice;
    private final ExpectationDice expectations;
    private final List<AgentId> agents;
    private final List<TaskId> tasks;
    private final List<PhaseId> phases;

    PlanDice(long seed) {
        dice = new Dice(seed);
        agents = dice.ids("agent-", AgentId::new);
        tasks = dice.ids("task.", TaskId::new);
        phases = dice.ids("p:", PhaseId::new);
        expectations = new ExpectationDice(dice, new HostDice(dice), agents, phases);
    }

    Plan plan() {
        return new Plan(
                header(),
                new TeamDice(dice, agents).team(),
                dice.list(_ -> expectations.expectation()),
                dice.list(_ -> expectations.claim()),
                dice.list(_ -> question()),
                phases(),
                coordination(),
                dice.list(_ -> risk()),
                watch(),
                outcome(),
                notes(),
                agents.size() < 2 ? List.of() : dice.list(_ -> waiver()),
                uncertainty(),
                new PremiseDice(dice, tasks).premises());
    }

    private Uncertainty uncertainty() {
        var distribution = switch (dice.random().nextInt(3)) {
            case 0 -> new Distribution.Pert(1 + dice.random().nextInt(99));
            case 1 -> new Distribution.Triangular();
            default -> new Distribution.Uniform();
        };
        return new Uncertainty(
                distribution, new Share(dice.random().nextInt(6) / 10.0), dice.share(), dice.maybe(dice::money));
    }

    private Repeat repeat() {
        return dice.random().nextBoolean() ? new Repeat.WithProbability(dice.share(), 7) : new Repeat.Rounds(1, 2, 9);
    }

    private Waiver waiver() {
        return new Waiver(
                dice.item(),
                List.of(dice.random().nextBoolean() ? "*" : "exp*"),
                dice.text(),
                agents.getFirst(),
                agents.getLast(),
                dice.instant(),
                dice.maybe(() -> "openP0 < 3 && waived == 0"),
                dice.maybe(dice::source));
    }

    private Header header() {
        return new Header(
                new PlanId("plan"),
                dice.line(),
                dice.instant(),
                dice.maybe(() -> dice.pick(phases)),
                dice.facts(),
                dice.list(_ -> new Deadline(dice.item(), dice.line(), dice.instant(), dice.source())),
                dice.random().nextBoolean() ? new Standing.Current() : superseded());
    }

    private Standing superseded() {
        return new Standing.Superseded(dice.maybe(dice::text), dice.source());
    }

    private Question question() {
        return new Question(dice.item(), 1 + dice.random().nextInt(9), dice.text(), dice.source());
    }

    private List<Phase> phases() {
        return IntStream.range(0, phases.size()).mapToObj(this::phase).toList();
    }

    private Phase phase(int number) {
        return new Phase(
                phases.get(number),
                dice.line(),
                dice.pick(Mode.values()),
                dice.list(i -> phases.get(i), number),
                dice.maybe(dice::days),
                dice.maybe(dice::estimate),
                dice.maybe(() -> dice.pick(RiskLevel.values())),
                dice.maybe(dice::text),
                dice.maybe(this::repeat),
                number == 0 ? dice.list(this::task, tasks.size()) : List.of(),
                dice.source(),
                dice.maybe(this::loop));
    }

    private Task task(int number) {
        var timing = timing(number);
        return new Task(
                tasks.get(number),
                dice.line(),
                dice.list(_ -> dice.pick(agents)),
                dice.list(i -> tasks.get(i), number),
                dice.facts(),
                dice.facts(),
                timing.kind() == TaskKind.MILESTONE ? Estimate.ZERO : dice.estimate(),
                dice.money(),
                dice.list(_ -> new Demand(
                        new ResourceId("disk"),
                        dice.amount(),
                        number + 1 < tasks.size() ? dice.maybe(() -> tasks.get(number + 1)) : null)),
                dice.maybe(() -> dice.pick(RiskLevel.values())),
                expectations.action(),
                dice.maybe(dice::days),
                dice.texts(),
                dice.random().nextInt(11),
                dice.maybe(dice::duration),
                dice.maybe(expectations::action),
                dice.source(),
                timing,
                new Contract(
                        dice.list(_ -> dice.line()),
                        dice.maybe(() -> dice.pick(Checking.values())),
                        dice.maybe(() -> dice.pick(LateResults.values())),
                        dice.maybe(dice::text)));
    }

    private LoopRule loop() {
        return new LoopRule(
                1 + dice.random().nextInt(Repeat.MOST_ROUNDS), criterion(), dice.pick(LoopRule.Exhausted.values()));
    }

    private LoopRule.Criterion criterion() {
        return switch (dice.random().nextInt(4)) {
            case 0 -> new LoopRule.Criterion.Judged();
            case 1 -> new LoopRule.Criterion.Unchanged();
            case 2 -> new LoopRule.Criterion.Holds(new FactId("fact" + dice.next()));
            default ->
                new LoopRule.Criterion.Reaches(dice.pick(tasks), dice.text(), dice.maybe(dice::amount), dice.amount());
        };
    }

    private Timing timing(int number) {
        return new Timing(
                dice.list(i -> link(tasks.get(i)), number),
                Stream.of(ConstraintKind.values())
                        .filter(_ -> dice.random().nextInt(4) == 0)
                        .map(kind -> new DateConstraint(kind, dice.instant()))
                        .toList(),
                dice.maybe(dice::instant),
                dice.pick(TaskKind.values()),
                dice.random().nextInt(Timing.TOP_PRIORITY + 1),
                dice.list(_ -> mode()));
    }

    private Link link(TaskId after) {
        var time = dice.duration();
        return new Link(
                after,
                dice.pick(LinkKind.values()),
                new Lag(dice.random().nextBoolean() ? time : time.negated(), dice.pick(Lag.Passing.values())));
    }

    private WorkMode mode() {
        var who = switch (dice.random().nextInt(3)) {
            case 0 -> new WorkMode.Who.Together(List.of(dice.pick(agents)));
            case 1 -> new WorkMode.Who.Capable(dice.text());
            default -> new WorkMode.Who.InRole(dice.text());
        };
        return new WorkMode(who, BigDecimal.valueOf(1 + dice.random().nextInt(99), 1), dice.maybe(dice::money));
    }

    private Coordination coordination() {
        return new Coordination(
                dice.list(_ -> new Gate(
                        new GateId("gate" + dice.next()),
                        dice.line(),
                        dice.list(_ -> dice.pick(agents)),
                        List.of(),
                        List.of(),
                        dice.maybe(() -> "'" + dice.item() + "' in facts"),
                        dice.maybe(() -> new GateFailure(dice.share(), 3, dice.list(i -> tasks.get(i), tasks.size()))),
                        terms(),
                        dice.source())),
                dice.list(_ -> new HandOff(
                        dice.item(), dice.line(), dice.pick(agents), dice.pick(agents), null, null, dice.source())),
                dice.list(_ -> new Meeting(
                        dice.item(),
                        dice.line(),
                        LocalTime.of(dice.random().nextInt(24), 30),
                        ZoneId.of("UTC"),
                        dice.duration(),
                        dice.pick(Attendance.values()),
                        dice.texts(),
                        dice.source())),
                dice.list(_ -> new ConflictRule(
                        dice.pick(ConflictKind.values()),
                        dice.texts(),
                        dice.maybe(dice::duration),
                        dice.maybe(dice::duration),
                        dice.maybe(dice::duration),
                        dice.pick(Rotation.values()),
                        dice.source())),
                dice.list(_ -> new Escalation(dice.item(), dice.text(), dice.text(), dice.source())),
                dice.texts());
    }

    private GateTerms terms() {
        return new GateTerms(
                new GateTerms.Votes(0, GateTerms.Rule.EACH_FOR_ONE),
                new GateTerms.Awaited(
                        dice.maybe(dice::duration),
                        dice.maybe(() -> new GateTerms.Measured(threshold(), dice.duration())),
                        dice.maybe(dice::item),
                        dice.maybe(() -> dice.pick(GateTerms.Grade.values()))),
                new GateTerms.Reminders(dice.duration(), dice.duration(), dice.maybe(() -> dice.pick(agents))));
    }

    private Threshold threshold() {
        return new Threshold(dice.text(), dice.pick(Threshold.Bound.values()), dice.amount(), dice.any());
    }

    private Risk risk() {
        return new Risk(
                dice.item(),
                dice.line(),
                dice.pick(RiskLevel.values()),
                dice.maybe(() -> dice.pick(phases)),
                dice.list(i -> tasks.get(i), tasks.size()),
                dice.maybe(dice::share),
                dice.maybe(this::impact),
                dice.maybe(() -> new Mitigation(dice.money(), dice.share())),
                dice.texts(),
                dice.texts(),
                dice.source());
    }

    private Impact impact() {
        var cost = dice.money();
        var more = new Money(cost.amount().add(BigDecimal.TEN), cost.currency());
        var delay = dice.estimate();
        boolean some = delay.max().isZero();
        return new Impact(
                delay, some ? new Stretch(0.5, 1.25, 2) : null, dice.maybe(() -> new CostRange(cost, more, more)));
    }

    private Watch watch() {
        return new Watch(
                dice.list(_ -> new Metric(dice.item(), dice.line(), dice.any(), dice.any(), dice.source())),
                dice.list(_ -> new AlertRule(
                        dice.item(),
                        dice.line(),
                        dice.pick(AlertSeverity.values()),
                        dice.maybe(this::threshold),
                        dice.duration(),
                        dice.source())));
    }

    private Outcome outcome() {
        return new Outcome(
                dice.list(_ -> new Deliverable(
                        dice.item(),
                        dice.text(),
                        dice.line(),
                        dice.maybe(dice::instant),
                        dice.maybe(() -> 1 + dice.random().nextInt(9)),
                        dice.texts(),
                        dice.source())),
                dice.list(_ -> new RollbackProcedure(
                        dice.item(),
                        dice.line(),
                        dice.duration(),
                        dice.texts(),
                        dice.list(_ -> dice.argv()),
                        dice.table(),
                        dice.source())),
                dice.list(_ -> new Review(
                        dice.item(),
                        dice.line(),
                        Period.of(
                                dice.random().nextInt(3),
                                dice.random().nextInt(12),
                                1 + dice.random().nextInt(30)),
                        dice.texts(),
                        dice.source())),
                dice.texts(),
                dice.texts());
    }

    private ImportNotes notes() {
        return new ImportNotes(
                dice.list(_ -> new NeedsDecision(dice.item(), dice.text(), dice.any(), dice.source())),
                dice.list(_ -> new Repair(
                        dice.any(),
                        dice.any(),
                        new Source(dice.word(), 7),
                        1 + dice.random().nextInt(9))),
                dice.texts(),
                dice.list(_ -> new Definition(
                        dice.random().nextBoolean() ? Definition.Kind.SEVERITY : Definition.Kind.READINESS,
                        dice.text(),
                        dice.text(),
                        dice.source())),
                dice.list(_ -> new FormTemplate(dice.line(), dice.texts(), dice.source())));
    }
}
