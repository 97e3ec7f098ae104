package muster.storage;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import muster.audit.Verdict;
import muster.plan.Action;
import muster.plan.AgentId;
import muster.plan.FactId;
import muster.plan.GateId;
import muster.plan.TaskId;
import muster.plan.WorkMode;
import muster.run.ClaimEvent;
import muster.run.Event;
import muster.run.Hands;
import muster.run.Hold;
import muster.run.Place;
import muster.run.Purpose;
import muster.run.RunAgent;
import muster.run.RunGate;
import muster.run.RunId;
import muster.run.RunPlan;
import muster.run.SteerEvent;
import muster.run.Step;
import muster.run.StepState;
import muster.run.Terms;

/// One event of every type, with values that are hard to write: quotes, line breaks, letters beyond ASCII.
final class Samples {
    private static final TaskId TASK = new TaskId("rename");
    private static final AgentId ANN = new AgentId("ann");
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
                new SteerEvent.StepSkipped(TASK, ANN, "not needed"));
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
                Terms.Checking.ANOTHER,
                Terms.LateResults.TAKE_UNLESS_CLAIMED,
                Duration.ofHours(4));
        var step = step("rename", new Action.Manual("by hand"), null).on(terms);
        return new RunPlan(
                new RunId("r2"), List.of(step), List.of(), List.of(new RunAgent(ANN, "BA", List.of("sql"), 2)));
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
