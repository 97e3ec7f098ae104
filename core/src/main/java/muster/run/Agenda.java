package muster.run;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import muster.plan.FactId;
import muster.plan.GateId;
import muster.plan.PhaseId;
import muster.plan.TaskId;

/// The steps and gates that events may have set free or held up, so that a command does not look at all others.
final class Agenda {
    private final Set<TaskId> steps = new HashSet<>();
    private final Set<GateId> gates = new HashSet<>();
    private final Set<PhaseId> loops = new HashSet<>();

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
    List<RunLoop> loops(RunState state) {
        return loops.isEmpty()
                ? List.of()
                : state.plan().loops().stream()
                        .filter(loop -> loops.contains(loop.id()))
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
            case LoopEvent e -> noteLoop(state, e.loop());
            case RevisionEvent _ -> noteAll(state);
            case BudgetEvent _ -> {}
            case Event.OfRun e -> noteRun(state, e);
        }
    }

    private void noteSteer(RunState state, SteerEvent event) {
        switch (event) {
            case SteerEvent.StepSkipped e -> noteStep(state, e.task());
            case SteerEvent.RunContinued _ -> noteAll(state);
            case SteerEvent.LoopSettled e -> noteLoop(state, e.loop());
            case SteerEvent.RoundGranted e -> noteLoop(state, e.loop());
            case SteerEvent.RunPaused _, SteerEvent.RunCancelled _, SteerEvent.BudgetRaised _ -> {}
        }
    }

    private void noteRun(RunState state, Event.OfRun event) {
        switch (event) {
            case Event.RunStarted _ -> noteAll(state);
            case Event.FactsReported e -> {
                noteFacts(state, e.holding());
                noteFacts(state, e.failing());
                loops.addAll(state.course().loops().keySet());
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
        loops.addAll(state.course().loops().keySet());
    }

    /// A round that ends or begins concerns its steps and all that wait for them.
    private void noteLoop(RunState state, PhaseId id) {
        loops.add(id);
        state.plan().loops().stream()
                .filter(loop -> loop.id().equals(id))
                .flatMap(loop -> loop.steps().stream())
                .forEach(task -> {
                    steps.add(task);
                    noteWaiting(state, task);
                    noteClosed(state, task);
                });
    }

    /// A gate within the loop is closed again by a new round; what stands behind it may have been ready.
    private void noteClosed(RunState state, TaskId task) {
        var index = state.plan().index();
        index.gatesAfter(task).forEach(gate -> steps.addAll(index.behind(gate)));
    }

    /// A step that is settled concerns those that wait for it or for its facts.
    private void noteStep(RunState state, TaskId task) {
        steps.add(task);
        if (state.step(task).settled()) {
            noteWaiting(state, task);
            var loop = state.plan().loopOf(task);
            if (loop != null) {
                loops.add(loop.id());
            }
        }
    }

    private void noteWaiting(RunState state, TaskId task) {
        var index = state.plan().index();
        var step = state.plan().step(task);
        steps.addAll(index.needing(task));
        gates.addAll(index.gatesAfter(task));
        noteFacts(state, step.provides());
        noteFacts(state, List.of(step.done()));
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
