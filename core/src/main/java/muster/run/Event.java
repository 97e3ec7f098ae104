package muster.run;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import muster.audit.Verdict;
import muster.plan.AgentId;
import muster.plan.FactId;
import muster.plan.GateId;
import muster.plan.TaskId;

/// What happened in a run. The state of a run is the fold of its events; to add one, see `docs/reference/journal.md`.
public sealed interface Event {

    /// One of an attempt at a step.
    sealed interface OfAttempt extends Event {
        /// The step.
        TaskId task();
    }

    /// One of a step.
    sealed interface OfStep extends Event {
        /// The step.
        TaskId task();
    }

    /// One of a gate.
    sealed interface OfGate extends Event {
        /// The gate.
        GateId gate();
    }

    /// One of a theme that has a file of its own.
    sealed interface OfTheme extends Event permits ClaimEvent, SteerEvent, LoopEvent, BudgetEvent, RevisionEvent {}

    /// One of the run as a whole.
    sealed interface OfRun extends Event {}

    /// The run began.
    record RunStarted(RunPlan plan, String digest, SortedSet<FactId> facts) implements OfRun {
        public RunStarted {
            facts = Collections.unmodifiableSortedSet(new TreeSet<>(facts));
        }
    }

    /// Everything that the step waited for is there.
    record StepReady(TaskId task, Instant notBefore) implements OfStep {}

    /// A fact that a ready step requires no longer holds.
    record StepHeld(TaskId task) implements OfStep {}

    /// An attempt began.
    record AttemptStarted(TaskId task, Purpose purpose, StepState.Attempt attempt, String key) implements OfAttempt {}

    /// The attempt did its work.
    record AttemptSucceeded(TaskId task, long fence, SortedMap<String, String> outputs) implements OfAttempt {
        public AttemptSucceeded {
            outputs = Collections.unmodifiableSortedMap(new TreeMap<>(outputs));
        }
    }

    /// The attempt did not do its work; nothing is left half-done.
    record AttemptFailed(TaskId task, long fence, String why) implements OfAttempt {}

    /// The failed step is tried again, not before an instant.
    record RetryScheduled(TaskId task, Instant notBefore) implements OfStep {}

    /// No retry is left.
    record StepFailed(TaskId task, String why) implements OfStep {}

    /// The attempt ended without an outcome; what it did is unknown.
    record AttemptLost(TaskId task, long fence, String why) implements OfAttempt {}

    /// The attempt waits for answers.
    record DecisionAsked(TaskId task, long fence, List<String> questions) implements OfAttempt {
        public DecisionAsked {
            questions = List.copyOf(questions);
        }
    }

    /// The questions were answered; the step is ready again.
    record DecisionMade(TaskId task, AgentId by, String answer, Instant notBefore) implements OfStep {}

    /// A manual step was done.
    record ManualDone(TaskId task, AgentId by, Hands hands, SortedMap<String, String> outputs) implements OfStep {
        public ManualDone {
            outputs = Collections.unmodifiableSortedMap(new TreeMap<>(outputs));
        }
    }

    /// The steps before the gate are done.
    record GateOpened(GateId gate) implements OfGate {}

    /// One approver agreed.
    record GateApproved(GateId gate, AgentId by, String reason) implements OfGate {}

    /// One approver said no, which settles it.
    record GateRejected(GateId gate, AgentId by, String reason) implements OfGate {}

    /// What it was rejected for was seen to; everybody votes again.
    record GateReopened(GateId gate, AgentId by, String reason) implements OfGate {}

    /// Every approver agreed and the facts hold.
    record GatePassed(GateId gate) implements OfGate {}

    /// Facts were observed.
    record FactsReported(AgentId by, SortedSet<FactId> holding, SortedSet<FactId> failing) implements OfRun {
        public FactsReported {
            holding = Collections.unmodifiableSortedSet(new TreeSet<>(holding));
            failing = Collections.unmodifiableSortedSet(new TreeSet<>(failing));
        }
    }

    /// A failed step got all its retries again.
    record RetryGranted(TaskId task, AgentId by, String reason, Instant notBefore) implements OfStep {}

    /// Nothing can move without help.
    record RunStalled(String why) implements OfRun {}

    /// Something can move again.
    record RunResumed() implements OfRun {}

    /// Every step is done and every gate passed.
    record RunFinished() implements OfRun {}

    /// Steps are undone from here on.
    record RollbackStarted(AgentId by, String reason) implements OfRun {}

    /// The step's compensation is next.
    record UndoReady(TaskId task, Instant notBefore) implements OfStep {}

    /// The step has no compensation; what it did stays.
    record UndoSkipped(TaskId task) implements OfStep {}

    /// Everything that could be undone is.
    record RunRolledBack() implements OfRun {}

    /// The outcome of an audit.
    record AuditRecorded(String digest, SortedMap<String, Integer> counts, Verdict verdict) implements OfRun {
        public AuditRecorded {
            counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
        }
    }

    /// Any other record, kept as it is.
    record Noted(String kind, String payload) implements OfRun {}

    /// A command was not allowed. It changed nothing but is kept.
    ///
    /// @param command what was asked, such as `approve`
    /// @param about the task, gate or run it was about
    record Refused(String command, String about, String why) implements OfRun {}
}
