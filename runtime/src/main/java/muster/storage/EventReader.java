package muster.storage;

import java.time.DateTimeException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import muster.audit.Verdict;
import muster.plan.AgentId;
import muster.plan.FactId;
import muster.plan.GateId;
import muster.plan.TaskId;
import muster.run.Event;
import muster.run.Hands;
import muster.run.Place;
import muster.run.Purpose;
import muster.run.StepState;

/// Events from JSON text. Every version of every type that was ever written stays readable.
final class EventReader {
    /// The first version of every type. A change of a type's fields takes a version of its own.
    static final int VERSION = 1;

    private static final Map<String, Function<JsonIn, Event>> TYPES = types();

    private EventReader() {}

    static Event event(String payload) {
        var json = JsonIn.parse(payload);
        var type = json.text("type");
        var version = json.number("v");
        var read = TYPES.get(type);
        if (read == null || version < VERSION || version > newest(type)) {
            throw new UnreadableEntry(
                    "event '" + type + "' version " + version + " is unknown; a newer Muster may have written it");
        }
        try {
            return read.apply(json);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new UnreadableEntry("event '" + type + "' has a value that is not allowed: " + e.getMessage());
        }
    }

    /// A plan says who its team is and on what terms steps are claimed since version 2, how many approvers a gate asks
    /// for since version 3, which loops, budgets and calendars it has since version 4, how many time-boxes a step
    /// takes since 5.
    private static int newest(String type) {
        return type.equals("run-started") ? 5 : VERSION;
    }

    private static Map<String, Function<JsonIn, Event>> types() {
        var types = new HashMap<String, Function<JsonIn, Event>>();
        addAttempts(types);
        addSteps(types);
        addGates(types);
        addRuns(types);
        types.putAll(ClaimJson.types());
        types.putAll(SteerJson.types());
        types.putAll(LoopJson.types());
        types.putAll(BudgetJson.types());
        types.putAll(RevisionJson.types());
        return Map.copyOf(types);
    }

    private static void addAttempts(Map<String, Function<JsonIn, Event>> types) {
        types.put(
                "attempt-started",
                in -> new Event.AttemptStarted(
                        task(in), in.constant("purpose", Purpose.class), attempt(in), in.text("key")));
        types.put(
                "attempt-succeeded",
                in -> new Event.AttemptSucceeded(task(in), in.number("fence"), in.strings("outputs")));
        types.put("attempt-failed", in -> new Event.AttemptFailed(task(in), in.number("fence"), in.text("why")));
        types.put("attempt-lost", in -> new Event.AttemptLost(task(in), in.number("fence"), in.text("why")));
        types.put("decision-asked", in -> new Event.DecisionAsked(task(in), in.number("fence"), in.texts("questions")));
    }

    private static void addSteps(Map<String, Function<JsonIn, Event>> types) {
        types.put("step-ready", in -> new Event.StepReady(task(in), in.instant("notBefore")));
        types.put("step-held", in -> new Event.StepHeld(task(in)));
        types.put("retry-scheduled", in -> new Event.RetryScheduled(task(in), in.instant("notBefore")));
        types.put("step-failed", in -> new Event.StepFailed(task(in), in.text("why")));
        types.put(
                "decision-made",
                in -> new Event.DecisionMade(task(in), by(in), in.text("answer"), in.instant("notBefore")));
        types.put(
                "manual-done",
                in -> new Event.ManualDone(task(in), by(in), in.constant("hands", Hands.class), in.strings("outputs")));
        types.put(
                "retry-granted",
                in -> new Event.RetryGranted(task(in), by(in), in.text("reason"), in.instant("notBefore")));
        types.put("undo-ready", in -> new Event.UndoReady(task(in), in.instant("notBefore")));
        types.put("undo-skipped", in -> new Event.UndoSkipped(task(in)));
    }

    private static void addGates(Map<String, Function<JsonIn, Event>> types) {
        types.put("gate-opened", in -> new Event.GateOpened(gate(in)));
        types.put("gate-approved", in -> new Event.GateApproved(gate(in), by(in), in.text("reason")));
        types.put("gate-reopened", in -> new Event.GateReopened(gate(in), by(in), in.text("reason")));
        types.put("gate-rejected", in -> new Event.GateRejected(gate(in), by(in), in.text("reason")));
        types.put("gate-passed", in -> new Event.GatePassed(gate(in)));
    }

    private static void addRuns(Map<String, Function<JsonIn, Event>> types) {
        types.put(
                "run-started",
                in -> new Event.RunStarted(
                        PlanJson.plan(in.object("plan")), in.text("digest"), in.set("facts", FactId::new)));
        types.put(
                "facts-reported",
                in -> new Event.FactsReported(by(in), in.set("holding", FactId::new), in.set("failing", FactId::new)));
        types.put("run-stalled", in -> new Event.RunStalled(in.text("why")));
        types.put("run-resumed", in -> new Event.RunResumed());
        types.put("run-finished", in -> new Event.RunFinished());
        types.put("rollback-started", in -> new Event.RollbackStarted(by(in), in.text("reason")));
        types.put("run-rolled-back", in -> new Event.RunRolledBack());
        types.put(
                "audit-recorded",
                in -> new Event.AuditRecorded(
                        in.text("digest"), in.counts("counts"), in.constant("verdict", Verdict.class)));
        types.put("noted", in -> new Event.Noted(in.text("kind"), in.text("payload")));
        types.put("refused", in -> new Event.Refused(in.text("command"), in.text("about"), in.text("why")));
    }

    private static TaskId task(JsonIn in) {
        return new TaskId(in.text("task"));
    }

    private static GateId gate(JsonIn in) {
        return new GateId(in.text("gate"));
    }

    private static AgentId by(JsonIn in) {
        return new AgentId(in.text("by"));
    }

    private static StepState.Attempt attempt(JsonIn in) {
        return new StepState.Attempt(in.number("fence"), by(in), in.constant("place", Place.class));
    }
}
