package muster.storage;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import muster.audit.Verdict;
import muster.plan.Action;
import muster.plan.AgentId;
import muster.plan.Calendar;
import muster.plan.CalendarId;
import muster.plan.Checking;
import muster.plan.FactId;
import muster.plan.GateId;
import muster.plan.LateResults;
import muster.plan.Level;
import muster.plan.LoopRule;
import muster.plan.PhaseId;
import muster.plan.ResourceId;
import muster.plan.Share;
import muster.plan.SpecialDay;
import muster.plan.TaskId;
import muster.plan.TimeSpan;
import muster.plan.WorkMode;
import muster.plan.WorkingHours;
import muster.run.BudgetEvent;
import muster.run.ClaimEvent;
import muster.run.Event;
import muster.run.Hands;
import muster.run.Hold;
import muster.run.LoopEvent;
import muster.run.LoopState;
import muster.run.Place;
import muster.run.Purpose;
import muster.run.RevisionEvent;
import muster.run.RunAgent;
import muster.run.RunBudget;
import muster.run.RunGate;
import muster.run.RunId;
import muster.run.RunLoop;
import muster.run.RunPlan;
import muster.run.Spending;
import muster.run.SteerEvent;
import muster.run.Step;
import muster.run.StepState;
import muster.run.Terms;

/// One event of every type, with values that are hard to write: quotes, line breaks, letters beyond ASCII.
final class Samples {
    private static final TaskId TASK = new TaskId("rename");
    private static final AgentId ANN = new AgentId("ann");
    private static final PhaseId LOOP = new PhaseId("tune");
    private static final ResourceId TOKENS = new ResourceId("tokens");
    private static final GateId GATE = new GateId("go-live");
    private static final Instant AT = Instant.parse("2026-01-05T09:00:00.5Z");
    private static final TreeMap<String, String> OUTPUTS = new TreeMap<>(Map.of("z", "1\n\"2\"", "a", "Größe"));

    private Samples() {}

    static List<Event> all() {
        return List.of(
                new Event.RunStarted(plan(), "c0ffee", facts("quota", "access")),
                new Event.StepReady(TASK, AT),
                new Event.StepHeld(TASK),
                new Event.AttemptStarted(
                        TASK, Purpose.UNDO, new StepState.Attempt(7, ANN, Place.OUTSIDE), "r1/rename/undo"),
                new Event.AttemptSucceeded(TASK, 7, OUTPUTS),
                new Event.AttemptFailed(TASK, 7, "the disk is full"),
                new Event.RetryScheduled(TASK, AT),
                new Event.StepFailed(TASK, "the disk is full"),
                new Event.AttemptLost(TASK, 7, "silence"),
                new Event.DecisionAsked(TASK, 7, List.of("overwrite?", "when?")),
                new Event.DecisionMade(TASK, ANN, "never", AT),
                new Event.ManualDone(TASK, ANN, Hands.SIMULATED, OUTPUTS),
                new Event.GateOpened(GATE),
                new Event.GateApproved(GATE, ANN, "fine"),
                new Event.GateRejected(GATE, ANN, "too dear"),
                new Event.GatePassed(GATE),
                new Event.FactsReported(ANN, facts("quota"), facts("access")),
                new Event.RetryGranted(TASK, ANN, "repaired", AT),
                new Event.RunStalled("step rename failed"),
                new Event.RunResumed(),
                new Event.RunFinished(),
                new Event.RollbackStarted(ANN, "too slow"),
                new Event.UndoReady(TASK, AT),
                new Event.UndoSkipped(TASK),
                new Event.RunRolledBack(),
                new Event.AuditRecorded("c0ffee", new TreeMap<>(Map.of("ready", 12)), Verdict.NO_GO),
                new Event.Noted("evidence", "{\"exit\":0}"),
                new Event.Refused("approve", "go-live", "eve is not an approver"),
                new ClaimEvent.LeaseGranted(TASK, hold(), new TreeMap<>(Map.of("out.csv", ""))),
                new ClaimEvent.LeaseExtended(TASK, 7, ANN, AT, AT.plusSeconds(900)),
                new ClaimEvent.ClaimReleased(TASK, 7, ANN, "\"no\" time"),
                new ClaimEvent.LateResultTaken(TASK, 7, ANN, OUTPUTS),
                new Event.RunStarted(claimable(), "c0ffee", facts("quota")),
                new ClaimEvent.WorkSubmitted(TASK, 7, ANN, OUTPUTS),
                new ClaimEvent.WorkAccepted(TASK, 7, ANN, "fine"),
                new ClaimEvent.WorkReturned(TASK, 7, ANN, "no \"tests\""),
                new SteerEvent.RunPaused(ANN, "night"),
                new SteerEvent.RunContinued(ANN, "day"),
                new SteerEvent.RunCancelled(ANN, "too dear"),
                new SteerEvent.StepSkipped(TASK, ANN, "not needed"),
                new Event.RunStarted(looping(), "c0ffee", facts("quota")),
                new ClaimEvent.WorkDelivered(TASK, 7, ANN, new TreeMap<>(Map.of("out.csv", "d1"))),
                new LoopEvent.RoundEnded(LOOP, 2, LoopState.Standing.UNDER_WAY, List.of("rename: \"z\"")),
                new LoopEvent.RoundBegan(LOOP, 3),
                new BudgetEvent.Spent(TASK, 7, ANN, new TreeMap<>(Map.of(TOKENS, new BigDecimal("1200.50")))),
                new BudgetEvent.BudgetReached(
                        TOKENS, Spending.Alarm.USED_UP, new BigDecimal("1000000"), new BigDecimal("999999")),
                new RevisionEvent.PlanRevised(looping(), "c0ffee", ANN, "late", List.of("task load is new")),
                new SteerEvent.BudgetRaised(TOKENS, BigDecimal.TEN, ANN, "needed"),
                new SteerEvent.RoundGranted(LOOP, ANN, "nearly"),
                new SteerEvent.LoopSettled(LOOP, ANN, "good enough"),
                new Event.GateReopened(GATE, ANN, "cheaper now"),
                new ClaimEvent.TimeBoxEnded(TASK, 7, ANN, "too long"),
                new ClaimEvent.PartEnded(TASK, 7, ANN, 2, 3));
    }

    private static Hold hold() {
        var writes = List.of("src/**", "table:ods.*");
        return new Hold(7, ANN, AT, AT.plusSeconds(900), Duration.ofMinutes(15), writes, AT.plusSeconds(14_400));
    }

    private static RunPlan claimable() {
        var terms = new Terms(
                List.of(
                        new WorkMode.Who.Capable("sql"),
                        new WorkMode.Who.InRole("BA"),
                        new WorkMode.Who.Together(List.of(ANN))),
                List.of("src/**"),
                List.of("out.csv"),
                Checking.ANOTHER,
                LateResults.TAKE_UNLESS_CLAIMED,
                Duration.ofHours(4));
        var step = step("rename", new Action.Manual("by hand"), null).on(terms);
        return new RunPlan(
                new RunId("r2"), List.of(step), List.of(), List.of(new RunAgent(ANN, "BA", List.of("sql"), 2)));
    }

    private static RunPlan looping() {
        var spends = new TreeMap<>(Map.of(TOKENS, new BigDecimal("0.5")));
        var terms = new Terms(List.of(), List.of(), List.of(), Checking.NONE, LateResults.REFUSE, null, spends);
        var step = step("rename", new Action.Manual("by hand"), null).on(terms);
        var loops = Stream.of(
                        new LoopRule.Criterion.Judged(),
                        new LoopRule.Criterion.Unchanged(),
                        new LoopRule.Criterion.Holds(new FactId("fast")),
                        new LoopRule.Criterion.Reaches(TASK, "minutes", null, new BigDecimal("10.0")))
                .map(each -> (LoopRule.Criterion) each)
                .toList();
        var steps = new ArrayList<>(List.of(step));
        var all = new ArrayList<RunLoop>();
        for (var criterion : loops) {
            var id = "s" + all.size();
            steps.add(step(id, new Action.Manual("again"), null));
            var rule = new LoopRule(
                    5, criterion, all.size() % 2 == 0 ? LoopRule.Exhausted.STALL : LoopRule.Exhausted.ACCEPT);
            all.add(new RunLoop(new PhaseId("l" + all.size()), "Title", List.of(new TaskId(id)), rule));
        }
        var level = new Level(AT, new BigDecimal("2000000"));
        var budget = new RunBudget(TOKENS, "tokens", new BigDecimal("1000000"), List.of(level), new Share(0.75));
        var agent = new RunAgent(ANN, "BA", List.of("sql"), 2, calendar());
        return new RunPlan(new RunId("r3"), steps, List.of(), List.of(agent), all, List.of(budget));
    }

    private static Calendar calendar() {
        var hours =
                new WorkingHours(Set.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), LocalTime.of(9, 0), LocalTime.MIDNIGHT);
        var span = new TimeSpan(LocalTime.of(10, 0), LocalTime.of(11, 30));
        return new Calendar(
                new CalendarId("office"),
                ZoneId.of("Europe/Vienna"),
                List.of(hours),
                List.of(LocalDate.of(2026, 1, 6)),
                List.of(new SpecialDay(LocalDate.of(2026, 1, 10), List.of(span))));
    }

    private static RunPlan plan() {
        return new RunPlan(
                new RunId("r1"),
                List.of(
                        step("rename", new Action.Pack("warehouse.rename", OUTPUTS), new Action.Manual("by hand")),
                        step("check", new Action.Command(List.of("ls", "-l")), null),
                        step("load", new Action.Sql("main", List.of("SELECT 1")), null)),
                List.of(new RunGate(GATE, "Go live", List.of(ANN), List.of(TASK), List.of(new FactId("quota")))));
    }

    private static Step step(String id, Action action, Action compensation) {
        return new Step(
                new TaskId(id),
                "Title of " + id,
                List.of(ANN),
                action,
                id.equals("load") ? List.of(TASK) : List.of(),
                List.of(new FactId("access")),
                List.of(new FactId("renamed")),
                id.equals("load") ? List.of(GATE) : List.of(),
                3,
                compensation);
    }

    private static SortedSet<FactId> facts(String... ids) {
        var facts = new TreeSet<FactId>();
        for (var id : ids) {
            facts.add(new FactId(id));
        }
        return facts;
    }
}
