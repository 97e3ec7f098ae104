package muster.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import muster.plan.Agent;
import muster.plan.AgentId;
import muster.plan.AgentKind;
import muster.plan.Calendar;
import muster.plan.CalendarId;
import muster.plan.Coordination;
import muster.plan.Demand;
import muster.plan.Estimate;
import muster.plan.Gate;
import muster.plan.GateFailure;
import muster.plan.GateId;
import muster.plan.GateTerms;
import muster.plan.Impact;
import muster.plan.ItemId;
import muster.plan.Mode;
import muster.plan.Phase;
import muster.plan.PhaseId;
import muster.plan.Plan;
import muster.plan.Repeat;
import muster.plan.Resource;
import muster.plan.ResourceId;
import muster.plan.ResourceKind;
import muster.plan.Risk;
import muster.plan.RiskLevel;
import muster.plan.Share;
import muster.plan.TaskId;
import muster.plan.Team;
import muster.plan.WorkingHours;
import muster.planning.SmallPlan;
import muster.schedule.Basis;
import muster.schedule.Schedule;
import muster.schedule.Scheduler;
import muster.schedule.SchedulingProblem;
import muster.schedule.SchedulingResult;
import muster.schedule.WorkItem;
import muster.schedule.WorkItems;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ModellingTest {
    static LongStream seeds() {
        return LongStream.range(0, 60);
    }

    /// The order of a schedule, worked off with its own durations, is the schedule: nothing starts later, so
    /// nothing ends later.
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void withTheSchedulesOwnDurationsEveryIterationEndsAsTheSchedule(long seed) {
        var problem = problem(new Random(seed), 0);
        var schedule = schedule(problem);
        var model = Modelling.of(new SmallPlan().plan(), problem, schedule);

        var ends = SmallNetwork.run(model.network(), settings(10)).ends();

        assertThat(SmallPlan.START.plusSeconds(ends[0])).isEqualTo(schedule.finish());
    }

    /// Whatever the durations are, no agent and no resource is ever asked for more than there is.
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void noIterationNeedsMoreThanThereIs(long seed) {
        var problem = problem(new Random(seed), 20);
        var model = Modelling.of(new SmallPlan().plan(), problem, schedule(problem));
        var layout = Layout.of(model.network());
        var pass = new Pass(layout, Scenario.of(model.network()));
        pass.run(seed, 0, Batch.LANES);

        for (int lane = 0; lane < Batch.LANES; lane++) {
            for (var item : problem.items()) {
                int at = layout.numbering.of(item.id()) * Batch.LANES + lane;
                int now = pass.batch.start[at];
                var together = new ArrayList<WorkItem>();
                for (var other : problem.items()) {
                    int place = layout.numbering.of(other.id()) * Batch.LANES + lane;
                    if (pass.batch.start[place] <= now && now < pass.batch.finish[place]) {
                        together.add(other);
                    }
                }
                keepsLimits(problem, together);
            }
        }
    }

    private static void keepsLimits(SchedulingProblem problem, List<WorkItem> together) {
        for (var agent : problem.team().agents()) {
            long busy = together.stream()
                    .filter(item -> item.owners().contains(agent.id()))
                    .count();
            assertThat(busy).isLessThanOrEqualTo(agent.capacity());
        }
        var held = together.stream()
                .flatMap(item -> item.demands().stream())
                .map(Demand::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(held)
                .isLessThanOrEqualTo(problem.team().resources().getFirst().amount());
    }

    private static SchedulingProblem problem(Random random, int spread) {
        var hours = new WorkingHours(
                EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), LocalTime.of(8, 0), LocalTime.of(16, 0));
        var calendar = new Calendar(new CalendarId("c"), ZoneId.of("UTC"), List.of(hours), List.of());
        var agents = List.of(agent("a", 1, calendar.id()), agent("b", 2, null), agent("c", 1, null));
        var disk = new Resource(new ResourceId("disk"), ResourceKind.RENEWABLE, "GiB", BigDecimal.valueOf(5));
        var items = new ArrayList<WorkItem>();
        for (int item = 0; item < 10; item++) {
            int likely = 1 + random.nextInt(9);
            var needs = new ArrayList<TaskId>();
            for (int earlier = 0; earlier < item; earlier++) {
                if (random.nextInt(5) == 0) {
                    needs.add(new TaskId("i" + earlier));
                }
            }
            items.add(new WorkItem(
                    new TaskId("i" + item),
                    new Estimate(
                            Duration.ofHours(spread == 0 ? likely : 1),
                            Duration.ofHours(likely),
                            Duration.ofHours(likely + spread)),
                    List.of(agents.get(random.nextInt(3)).id()),
                    needs,
                    List.of(new Demand(disk.id(), BigDecimal.valueOf(random.nextInt(4)))),
                    null));
        }
        var team = new Team(List.of(calendar), agents, List.of(disk));
        return new SchedulingProblem(items, team, SmallPlan.START, Basis.LIKELY);
    }

    private static Agent agent(String id, int capacity, CalendarId calendar) {
        return new Agent(new AgentId(id), id, "", AgentKind.HUMAN, List.of(), List.of(), List.of(), capacity, calendar);
    }

    @Test
    void aRiskOfAPhaseDelaysWhatComesAfterThePhaseOnce() {
        var plan = twoPhases();
        var delay = Impact.of(Estimate.exactly(Duration.ofHours(5)));
        var risky = with(
                plan,
                new Risk(
                        new ItemId("r"),
                        "R",
                        RiskLevel.LOW,
                        new PhaseId("one"),
                        List.of(),
                        new Share(1),
                        delay,
                        null,
                        List.of(),
                        List.of(),
                        null));

        assertThat(hours(risky, 0)).isEqualTo(hours(plan, 0) + 5);
    }

    /// Phases of 40 tasks have a mark of their end in the schedule already.
    @Test
    void aRiskOfALargePhaseDelaysWhatComesAfterItOnce() {
        var small = new SmallPlan();
        for (var phase : List.of("one", "two")) {
            small.phase(phase, Mode.HYBRID, phase.equals("two") ? "one" : "");
            for (int task = 0; task < 40; task++) {
                small.task(phase + task, 1 + task % 5, "", "", "");
            }
        }
        var plan = small.plan();
        var delay = Impact.of(Estimate.exactly(Duration.ofHours(5)));
        var risk = new Risk(
                new ItemId("r"),
                "R",
                RiskLevel.LOW,
                new PhaseId("one"),
                List.of(),
                new Share(1),
                delay,
                null,
                List.of(),
                List.of(),
                null);

        var model = model(plan);

        assertThat(model.network().activities())
                .filteredOn(each -> each.id().value().equals("end:one"))
                .hasSize(1);
        assertThat(model.network().arcs()).noneMatch(arc -> arc.from().equals(arc.to()));
        assertThat(hours(with(plan, risk), 0)).isEqualTo(hours(plan, 0) + 5);
    }

    @Test
    void aRiskWithoutNumbersIsAssumedByItsLevelAndSaysSo() {
        var plan = with(
                twoPhases(),
                new Risk(new ItemId("r"), "R", RiskLevel.HIGH, new PhaseId("one"), List.of(), List.of(), null));

        var model = model(plan);

        assertThat(model.network().events().getFirst().probability().value()).isCloseTo(0.7, within(1e-9));
        assertThat(model.isAssumed()).isTrue();
        assertThat(model.least().events().getFirst().probability().value()).isEqualTo(0.6);
        assertThat(model.assumptions()).anyMatch(each -> each.contains("taken from the level"));
    }

    @Test
    void aSingleEstimateWithoutALevelIsCertainAndTheForecastSaysSo() {
        assertThat(model(twoPhases()).assumptions()).anyMatch(each -> each.contains("too sure"));
    }

    @Test
    void aGateThatFailsHasItsTasksDoneAgainBeforeWhatItGuards() {
        var plan = new SmallPlan()
                .phase("p", Mode.HYBRID, "")
                .task("work", 4, "", "", "")
                .task("ship", 1, "work", "", "")
                .plan();
        var gate = new Gate(
                new GateId("g"),
                "G",
                List.of(),
                List.of(new TaskId("work")),
                List.of(new TaskId("ship")),
                null,
                new GateFailure(new Share(1), 3, List.of()),
                GateTerms.USUAL,
                null);
        var gated = gated(plan, gate);

        assertThat(hours(gated, 0)).isEqualTo(3 * 4 + 1);
    }

    @Test
    void anAgentWhoRepeatsWorkIsLateForWhatComesNextEvenIfItDoesNotWaitForTheGate() {
        var plan = new SmallPlan()
                .phase("p", Mode.HYBRID, "")
                .task("work", 4, "", "", "")
                .task("next", 3, "work", "", "")
                .plan();
        var gate = new Gate(
                new GateId("g"),
                "G",
                List.of(),
                List.of(new TaskId("work")),
                List.of(),
                null,
                new GateFailure(new Share(1), 2, List.of()),
                GateTerms.USUAL,
                null);

        assertThat(hours(plan, 0)).isEqualTo(4 + 3);
        assertThat(hours(gated(plan, gate), 0)).isEqualTo(4 + 4 + 3);
    }

    @Test
    void aLoopIsDoneAsOftenAsItSaysBeforeTheNextPhaseBegins() {
        var plan = twoPhases();
        var first = plan.phases().getFirst();
        var loop = new Phase(
                first.id(),
                first.title(),
                Mode.LOOP,
                first.needs(),
                null,
                null,
                null,
                null,
                new Repeat.Rounds(3, 3, 3),
                first.tasks(),
                null);
        var looped = phases(plan, List.of(loop, plan.phases().getLast()));

        assertThat(hours(plan, 0)).isEqualTo(2 + 3);
        assertThat(hours(looped, 0)).isEqualTo(3 * 2 + 3);
    }

    @Test
    void aPhaseStartsWithZeroDelayIfAllBeforeItIsFinishedInTime() {
        var plan = twoPhases();
        var problem = problem(plan);
        var second = plan.phases().getLast();

        var question = StartQuestion.of(problem, second, SmallPlan.START.plus(Duration.ofHours(2)));

        assertThat(question.before().items())
                .extracting(item -> item.id().value())
                .containsExactly("a");
        assertThat(question.by()).isEqualTo(SmallPlan.START.plus(Duration.ofHours(2)));
        assertThat(inTime(plan, question)).isEqualTo(1);
        assertThat(inTime(plan, StartQuestion.of(problem, second, SmallPlan.START.plus(Duration.ofHours(1)))))
                .isZero();
    }

    private static double inTime(Plan plan, StartQuestion question) {
        var model = Modelling.of(plan, question.before(), schedule(question.before()));
        var result =
                Simulator.simulate(new Simulator.Question(model.network(), question.by()), settings(50), Watch.NOBODY);
        return ((SimulationResult.Simulated) result).forecast().inTime().share();
    }

    private static Plan twoPhases() {
        return new SmallPlan()
                .phase("one", Mode.HYBRID, "")
                .task("a", 2, "", "", "")
                .phase("two", Mode.HYBRID, "one")
                .task("b", 3, "", "", "")
                .plan();
    }

    private static Plan with(Plan plan, Risk risk) {
        return new Plan(
                plan.header(),
                plan.team(),
                plan.expectations(),
                plan.claims(),
                plan.questions(),
                plan.phases(),
                plan.coordination(),
                List.of(risk),
                plan.watch(),
                plan.outcome(),
                plan.notes(),
                List.of());
    }

    private static Plan phases(Plan plan, List<Phase> phases) {
        return new Plan(
                plan.header(),
                plan.team(),
                plan.expectations(),
                plan.claims(),
                plan.questions(),
                phases,
                plan.coordination(),
                List.of(),
                plan.watch(),
                plan.outcome(),
                plan.notes(),
                List.of());
    }

    private static Plan gated(Plan plan, Gate gate) {
        var coordination = new Coordination(List.of(gate), List.of(), List.of(), List.of(), List.of(), List.of());
        return new Plan(
                plan.header(),
                plan.team(),
                plan.expectations(),
                plan.claims(),
                plan.questions(),
                plan.phases(),
                coordination,
                List.of(),
                plan.watch(),
                plan.outcome(),
                plan.notes(),
                List.of());
    }

    private static double hours(Plan plan, int iteration) {
        return SmallNetwork.run(model(plan).network(), settings(10)).ends()[iteration] / 3600.0;
    }

    private static RiskModel model(Plan plan) {
        var problem = problem(plan);
        return Modelling.of(plan, problem, schedule(problem));
    }

    private static SchedulingProblem problem(Plan plan) {
        return new SchedulingProblem(
                WorkItems.of(plan, WorkItems.Days.KEEP),
                plan.team(),
                plan.header().start(),
                Basis.LIKELY);
    }

    private static Schedule schedule(SchedulingProblem problem) {
        return ((SchedulingResult.Scheduled) Scheduler.schedule(problem)).schedule();
    }

    private static Settings settings(int iterations) {
        return new Settings(1, iterations, 1, Settings.Stop.AT_THE_END);
    }
}
