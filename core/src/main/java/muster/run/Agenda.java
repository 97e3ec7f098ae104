package muster.run;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import muster.plan.FactId;
import muster.plan.GateId;
import muster.plan.TaskId;

/// The steps and gates that events may have set free or held up, so that a command does not look at all others.
final class Agenda {
    private final Set<TaskId> steps = new HashSet<>();
    private final Set<GateId> gates = new HashSet<>();

    private Agenda() {}

    /// What to look at in the state after these events.
    static Agenda of(RunState state, List<Event> events) {
        var agenda = new Agenda();
        events.forEach(event -> agenda.note(state, event));
        return agenda;
    }

    /// In the order of the plan.
    List<RunGate> gates(RunState state) {
        return gates.isEmpty()
                ? List.of()
                : state.plan().gates().stream()
                        .filter(gate -> gates.contains(gate.id()))
                        .toList();
    }

    /// In the order of the plan.
    List<Step> steps(RunState state) {
        return state.plan().index().inOrder(steps);
    }

    private void note(RunState state, Event event) {
        switch (event) {
            case ClaimEvent e -> noteStep(state, e.task());
            case Event.OfAttempt e -> noteStep(state, e.task());
            case Event.OfStep e -> noteStep(state, e.task());
            case Event.OfGate e -> {
                gates.add(e.gate());
                steps.addAll(state.plan().index().behind(e.gate()));
            }
            case SteerEvent e -> noteSteer(state, e);
            case Event.OfRun e -> noteRun(state, e);
        }
    }

    private void noteSteer(RunState state, SteerEvent event) {
        switch (event) {
            case SteerEvent.StepSkipped e -> noteStep(state, e.task());
            case SteerEvent.RunContinued _ -> noteAll(state);
            case SteerEvent.RunPaused _, SteerEvent.RunCancelled _ -> {}
        }
    }

    private void noteRun(RunState state, Event.OfRun event) {
        switch (event) {
            case Event.RunStarted _ -> noteAll(state);
            case Event.FactsReported e -> {
                noteFacts(state, e.holding());
                noteFacts(state, e.failing());
            }
            case Event.RunStalled _,
                    Event.RunResumed _,
                    Event.RunFinished _,
                    Event.RollbackStarted _,
                    Event.RunRolledBack _,
                    Event.AuditRecorded _,
                    Event.Noted _,
                    Event.Refused _ -> {}
        }
    }

    private void noteAll(RunState state) {
        steps.addAll(state.steps().keySet());
        gates.addAll(state.gates().keySet());
    }

    /// A step that is settled concerns those that wait for it or for its facts.
    private void noteStep(RunState state, TaskId task) {
        steps.add(task);
        if (state.step(task).settled()) {
            var index = state.plan().index();
            var step = state.plan().step(task);
            steps.addAll(index.needing(task));
            gates.addAll(index.gatesAfter(task));
            noteFacts(state, step.provides());
            noteFacts(state, List.of(step.done()));
        }
    }

    private void noteFacts(RunState state, Iterable<FactId> facts) {
        var index = state.plan().index();
        for (var fact : facts) {
            steps.addAll(index.requiring(fact));
            gates.addAll(index.gatesRequiring(fact));
            var held = TeamFacts.heldBy(fact);
            if (held != null && index.get(held) != null) {
                steps.add(held);
            }
        }
    }
}
