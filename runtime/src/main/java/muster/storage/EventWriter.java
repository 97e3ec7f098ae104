package muster.storage;

import muster.run.BudgetEvent;
import muster.run.ClaimEvent;
import muster.run.Event;
import muster.run.LoopEvent;
import muster.run.RevisionEvent;
import muster.run.SteerEvent;

/// Events as JSON text. The names of types and fields are a format that old journals are kept in: they are added to,
/// never changed. Reference: `docs/reference/journal.md`.
final class EventWriter {
    private EventWriter() {}

    static String text(Event event) {
        var json = switch (event) {
            case Event.OfAttempt attempt -> attempt(attempt);
            case Event.OfStep step -> step(step);
            case Event.OfGate gate -> gate(gate);
            case Event.OfRun run -> run(run);
            case ClaimEvent claim -> ClaimJson.out(claim);
            case SteerEvent steer -> SteerJson.out(steer);
            case LoopEvent loop -> LoopJson.out(loop);
            case BudgetEvent budget -> BudgetJson.out(budget);
            case RevisionEvent.PlanRevised revised -> RevisionJson.out(revised);
        };
        return json.text();
    }

    private static JsonOut attempt(Event.OfAttempt event) {
        return switch (event) {
            case Event.AttemptStarted e ->
                out("attempt-started", e)
                        .put("purpose", e.purpose())
                        .put("fence", e.attempt().fence())
                        .put("by", e.attempt().by())
                        .put("place", e.attempt().place())
                        .put("key", e.key());
            case Event.AttemptSucceeded e ->
                out("attempt-succeeded", e).put("fence", e.fence()).put("outputs", e.outputs());
            case Event.AttemptFailed e ->
                out("attempt-failed", e).put("fence", e.fence()).put("why", e.why());
            case Event.AttemptLost e ->
                out("attempt-lost", e).put("fence", e.fence()).put("why", e.why());
            case Event.DecisionAsked e ->
                out("decision-asked", e).put("fence", e.fence()).put("questions", e.questions());
        };
    }

    private static JsonOut step(Event.OfStep event) {
        return switch (event) {
            case Event.StepReady e -> out("step-ready", e).put("notBefore", e.notBefore());
            case Event.StepHeld e -> out("step-held", e);
            case Event.RetryScheduled e -> out("retry-scheduled", e).put("notBefore", e.notBefore());
            case Event.StepFailed e -> out("step-failed", e).put("why", e.why());
            case Event.DecisionMade e ->
                out("decision-made", e)
                        .put("by", e.by())
                        .put("answer", e.answer())
                        .put("notBefore", e.notBefore());
            case Event.ManualDone e ->
                out("manual-done", e).put("by", e.by()).put("hands", e.hands()).put("outputs", e.outputs());
            case Event.RetryGranted e ->
                out("retry-granted", e)
                        .put("by", e.by())
                        .put("reason", e.reason())
                        .put("notBefore", e.notBefore());
            case Event.UndoReady e -> out("undo-ready", e).put("notBefore", e.notBefore());
            case Event.UndoSkipped e -> out("undo-skipped", e);
        };
    }

    private static JsonOut gate(Event.OfGate event) {
        return switch (event) {
            case Event.GateOpened e -> out("gate-opened", e);
            case Event.GateApproved e ->
                out("gate-approved", e).put("by", e.by()).put("reason", e.reason());
            case Event.GateReopened e ->
                out("gate-reopened", e).put("by", e.by()).put("reason", e.reason());
            case Event.GateRejected e ->
                out("gate-rejected", e).put("by", e.by()).put("reason", e.reason());
            case Event.GatePassed e -> out("gate-passed", e);
        };
    }

    private static JsonOut run(Event.OfRun event) {
        return switch (event) {
            case Event.RunStarted e ->
                JsonOut.of("run-started", PlanJson.version(e.plan()))
                        .put("plan", PlanJson.plan(e.plan()))
                        .put("digest", e.digest())
                        .put("facts", e.facts());
            case Event.FactsReported e ->
                out("facts-reported")
                        .put("by", e.by())
                        .put("holding", e.holding())
                        .put("failing", e.failing());
            case Event.RunStalled e -> out("run-stalled").put("why", e.why());
            case Event.RunResumed _ -> out("run-resumed");
            case Event.RunFinished _ -> out("run-finished");
            case Event.RollbackStarted e ->
                out("rollback-started").put("by", e.by()).put("reason", e.reason());
            case Event.RunRolledBack _ -> out("run-rolled-back");
            case Event.AuditRecorded e ->
                out("audit-recorded")
                        .put("digest", e.digest())
                        .put("counts", e.counts())
                        .put("verdict", e.verdict());
            case Event.Noted e -> out("noted").put("kind", e.kind()).put("payload", e.payload());
            case Event.Refused e ->
                out("refused")
                        .put("command", e.command())
                        .put("about", e.about())
                        .put("why", e.why());
        };
    }

    private static JsonOut out(String type) {
        return JsonOut.of(type, EventReader.VERSION);
    }

    private static JsonOut out(String type, Event.OfAttempt event) {
        return out(type).put("task", event.task());
    }

    private static JsonOut out(String type, Event.OfStep event) {
        return out(type).put("task", event.task());
    }

    private static JsonOut out(String type, Event.OfGate event) {
        return out(type).put("gate", event.gate());
    }
}
