package muster.run;

import static muster.run.Plans.ANN;
import static muster.run.Plans.task;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import muster.plan.Calendar;
import muster.plan.CalendarId;
import muster.plan.Checking;
import muster.plan.LateResults;
import muster.plan.ResourceId;
import muster.plan.Share;
import muster.plan.WorkingHours;
import org.junit.jupiter.api.Test;

/// A run with 10 agent-hours, of which `a` is planned to use up 4 and `b` 5; `c` takes no part in it.
class TimeBudgetTest {
    private static final ResourceId HOURS = new ResourceId("time");
    private static final Duration LONG = Lease.LONGEST;

    private final Trial run = new Trial(plan("agent-hours", List.of()));

    @Test
    void aStepUsesUpTheTimeFromItsClaimToItsEnd() {
        take("a");
        run.pass(Duration.ofMinutes(90));

        var events = finish("a");

        assertThat(events)
                .containsSubsequence(new Event.AttemptSucceeded(task("a"), 1, new TreeMap<>()), spent("a", 1, "1.5"));
        assertThat(total()).isEqualByComparingTo("1.5");
    }

    @Test
    void attemptsThatFailAreLaidDownOrAskUseItUpAsWell() {
        take("a");
        run.pass(Duration.ofMinutes(30));
        var failed = run.tell(new ClaimCommand.GiveUp(task("a"), 1, ANN, "no"));
        run.pass(Duration.ofMinutes(30));
        take("a");
        run.pass(Duration.ofMinutes(15));
        var released = run.tell(new ClaimCommand.Release(task("a"), 2, ANN, "no"));
        take("a");
        run.pass(Duration.ofMinutes(15));
        var asked = run.tell(new ClaimCommand.Ask(task("a"), 3, ANN, List.of("which?")));

        assertThat(failed).contains(spent("a", 1, "0.5"));
        assertThat(released).contains(spent("a", 2, "0.25"));
        assertThat(asked).contains(spent("a", 3, "0.25"));
        assertThat(total()).isEqualByComparingTo("1");
    }

    @Test
    void whatIsLostUsesItUpUntilItWasLostHoweverLateSomebodyLooks() {
        run.tell(new ClaimCommand.Take(task("a"), ANN, Duration.ofHours(1), List.of(), new TreeMap<>()));
        run.pass(Duration.ofDays(3));

        run.tell(new ClaimCommand.Expire());

        assertThat(total()).isEqualByComparingTo("1");
    }

    @Test
    void whatIsNotPlannedToUseItUpDoesNot() {
        take("c");
        run.pass(Duration.ofHours(3));

        assertThat(finish("c")).doesNotHaveAnyElementsOfTypes(BudgetEvent.class);
    }

    @Test
    void theRunWarnsAndStopsWhileTheStepIsUnderWay() {
        take("a");
        run.pass(Duration.ofHours(7).plusMinutes(30));
        var warnAt = BudgetClock.next(run.state, run.now);
        run.pass(Duration.ofMinutes(31));
        var warned = run.tell(new ClaimCommand.Beat(task("a"), 1, ANN));
        run.pass(Duration.ofHours(2));
        var due = BudgetClock.isDue(run.state, run.now);
        var stopped = run.tell(new ClaimCommand.Beat(task("a"), 1, ANN));

        assertThat(warnAt).isBetween(Instant.parse("2026-01-05T17:00:00Z"), Instant.parse("2026-01-05T17:00:01Z"));
        assertThat(warned).hasAtLeastOneElementOfType(BudgetEvent.BudgetReached.class);
        assertThat(due).isTrue();
        assertThat(stopped.getLast())
                .isInstanceOfSatisfying(
                        BudgetEvent.BudgetReached.class,
                        reached -> assertThat(reached.alarm()).isEqualTo(Spending.Alarm.USED_UP));
        assertThat(take("c")).startsWith("budget time is used up");
        assertThat(finish("a")).contains(spent("a", 1, "10.0167"));
    }

    @Test
    void aStepBeginsOnlyIfThereIsEnoughBesideWhatIsUnderWay() {
        take("a");
        run.pass(Duration.ofHours(5).plusMinutes(30));

        assertThat(take("b"))
                .isEqualTo("it is planned to use up 5 agent-hours of time, and 4.5 are left beside what is under way");
    }

    @Test
    void nobodyTellsWhatCountsItself() {
        take("a");

        var events = run.tell(new ClaimCommand.Spend(task("a"), 1, ANN, new TreeMap<>(Map.of(HOURS, BigDecimal.ONE))));

        assertThat(events).containsExactly(new Event.Refused("spend", "a", "budget time counts the time of a itself"));
    }

    @Test
    void theTimeOfAPersonIsCountedInItsWorkingHours() {
        var office = new WorkingHours(Set.of(DayOfWeek.values()), LocalTime.of(9, 0), LocalTime.of(17, 0));
        var calendar = new Calendar(new CalendarId("office"), ZoneId.of("UTC"), List.of(office), List.of());
        var days = new Trial(plan("h", List.of(new RunAgent(ANN, "DE", List.of(), 2, calendar))));
        days.tell(new ClaimCommand.Take(task("a"), ANN, LONG, List.of(), new TreeMap<>()));
        for (var beat = 0; beat < 4; beat++) {
            days.pass(Duration.ofHours(6));
            days.tell(new ClaimCommand.Beat(task("a"), 1, ANN));
        }
        days.tell(new ClaimCommand.Finish(task("a"), 1, ANN, new TreeMap<>(), new TreeMap<>()));

        assertThat(days.state.course().budget(HOURS).spent()).isEqualByComparingTo("8");
    }

    @Test
    void otherUnitsAreToldByAgents() {
        var told = new Trial(plan("USD", List.of()));
        told.tell(new ClaimCommand.Take(task("a"), ANN, LONG, List.of(), new TreeMap<>()));
        told.pass(Duration.ofHours(1));

        var events = told.tell(new ClaimCommand.Finish(task("a"), 1, ANN, new TreeMap<>(), new TreeMap<>()));

        assertThat(events).doesNotHaveAnyElementsOfTypes(BudgetEvent.class);
    }

    private static BudgetEvent.Spent spent(String task, long fence, String hours) {
        return new BudgetEvent.Spent(task(task), fence, ANN, new TreeMap<>(Map.of(HOURS, new BigDecimal(hours))));
    }

    private BigDecimal total() {
        return run.state.course().budget(HOURS).spent();
    }

    /// Why not; empty if it may.
    private String take(String task) {
        var told = run.tell(new ClaimCommand.Take(task(task), ANN, LONG, List.of(), new TreeMap<>()));
        return told.getFirst() instanceof Event.Refused refused ? refused.why() : "";
    }

    private List<Event> finish(String task) {
        var fence = run.state.claims().hold(task(task)).fence();
        return run.tell(new ClaimCommand.Finish(task(task), fence, ANN, new TreeMap<>(), new TreeMap<>()));
    }

    private static RunPlan plan(String unit, List<RunAgent> team) {
        var budget = new RunBudget(HOURS, unit, BigDecimal.TEN, List.of(), new Share(0.8));
        var steps = List.of(planned("a", 4), planned("b", 5), Plans.step("c"));
        return new RunPlan(new RunId("r1"), steps, List.of(), team, List.of(), List.of(budget));
    }

    private static Step planned(String id, int hours) {
        return Plans.step(id)
                .on(new Terms(
                        List.of(),
                        List.of(),
                        List.of(),
                        Checking.NONE,
                        LateResults.REFUSE,
                        null,
                        new TreeMap<>(Map.of(HOURS, BigDecimal.valueOf(hours)))));
    }
}
