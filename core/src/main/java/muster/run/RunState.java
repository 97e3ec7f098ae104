package muster.run;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import muster.plan.FactId;
import muster.plan.GateId;
import muster.plan.TaskId;

/// A run as its events tell it.
///
/// @param version events so far
/// @param fence the largest fence given out so far
/// @param facts facts that hold
/// @param touched steps whose effect may be in the world
/// @param answers the last answer to the questions of a step
/// @param claims what agents from outside hold
/// @param course its rounds, spending and revisions
public record RunState(
        RunPlan plan,
        RunStatus status,
        long version,
        long fence,
        SortedMap<TaskId, StepState> steps,
        SortedMap<GateId, GateState> gates,
        SortedSet<FactId> facts,
        Touched touched,
        SortedMap<TaskId, String> answers,
        Claims claims,
        Course course) {
    public RunState {
        steps = SharedMap.of(steps, StepSigns::of);
        gates = SharedMap.of(gates);
        facts = SharedSet.of(facts, TeamFacts::isReserved);
        answers = SharedMap.of(answers);
    }

    /// A run of which nothing is known yet.
    public static RunState before(RunId id) {
        return new RunState(
                new RunPlan(id, List.of(), List.of()),
                RunStatus.NOT_STARTED,
                0,
                0,
                new TreeMap<>(),
                new TreeMap<>(),
                new TreeSet<>(),
                Touched.NONE,
                new TreeMap<>(),
                Claims.NONE,
                Course.NONE);
    }

    /// The state of a step of the plan.
    public StepState step(TaskId task) {
        var state = steps.get(task);
        if (state == null) {
            throw new IllegalArgumentException("no step " + task + " in run " + plan.id());
        }
        return state;
    }

    /// The state of a gate of the plan.
    public GateState gate(GateId gate) {
        var state = gates.get(gate);
        if (state == null) {
            throw new IllegalArgumentException("no gate " + gate + " in run " + plan.id());
        }
        return state;
    }

    /// Steps that may be claimed, in the order of the plan; some only after their back-off.
    public List<Step> ready() {
        var purpose = status == RunStatus.ROLLING_BACK ? Purpose.UNDO : Purpose.DO;
        if (!Conditions.turn(this, purpose)) {
            return List.of();
        }
        return plan.index().inOrder(having(purpose == Purpose.DO ? StepSigns.READY : StepSigns.UNDO_READY));
    }

    /// Those of the facts that follow from what the team does, in order.
    public List<FactId> teamFacts() {
        return known().marked();
    }

    private SharedSet<FactId> known() {
        return SharedSet.of(facts, TeamFacts::isReserved);
    }

    /// The steps with one of these signs.
    List<TaskId> having(int signs) {
        return SharedMap.of(steps).having(signs).stream().map(Map.Entry::getKey).toList();
    }

    /// All signs of all steps.
    int signs() {
        return SharedMap.of(steps).signs();
    }

    RunState started(RunPlan begun, SortedSet<FactId> holding) {
        return following(begun).with(RunStatus.RUNNING).withFacts(holding, List.of());
    }

    /// The same run by another plan: what both have stays as it is, what is new waits.
    RunState following(RunPlan other) {
        var waiting = new TreeMap<TaskId, StepState>();
        for (var step : other.steps()) {
            waiting.put(step.id(), steps.getOrDefault(step.id(), new StepState.Waiting(0)));
        }
        var closed = new TreeMap<GateId, GateState>();
        for (var gate : other.gates()) {
            closed.put(gate.id(), gates.getOrDefault(gate.id(), new GateState.Closed()));
        }
        return new RunState(
                other,
                status,
                version,
                fence,
                waiting,
                closed,
                facts,
                touched,
                answers,
                claims,
                course.following(other));
    }

    RunState next() {
        return new RunState(plan, status, version + 1, fence, steps, gates, facts, touched, answers, claims, course);
    }

    RunState with(RunStatus changed) {
        return new RunState(plan, changed, version, fence, steps, gates, facts, touched, answers, claims, course);
    }

    RunState with(TaskId task, StepState state) {
        var changed = SharedMap.of(steps).with(task, state);
        return new RunState(
                plan,
                status,
                version,
                fence,
                changed,
                gates,
                facts,
                touched,
                answers,
                claims.following(task, state),
                course);
    }

    RunState with(Claims changed) {
        return new RunState(plan, status, version, fence, steps, gates, facts, touched, answers, changed, course);
    }

    RunState with(GateId gate, GateState state) {
        var changed = SharedMap.of(gates).with(gate, state);
        return new RunState(plan, status, version, fence, steps, changed, facts, touched, answers, claims, course);
    }

    RunState withFence(long largest) {
        return new RunState(plan, status, version, largest, steps, gates, facts, touched, answers, claims, course);
    }

    RunState withAnswer(TaskId task, String answer) {
        var changed = SharedMap.of(answers).with(task, answer);
        return new RunState(plan, status, version, fence, steps, gates, facts, touched, changed, claims, course);
    }

    RunState withFacts(Iterable<FactId> holding, Iterable<FactId> failing) {
        var changed = known();
        for (var fact : holding) {
            changed = changed.with(fact);
        }
        for (var fact : failing) {
            changed = changed.without(fact);
        }
        return new RunState(plan, status, version, fence, steps, gates, changed, touched, answers, claims, course);
    }

    RunState with(Course changed) {
        return new RunState(plan, status, version, fence, steps, gates, facts, touched, answers, claims, changed);
    }

    /// The round of the loop that the step is in; 1 if it is in none.
    public int round(TaskId task) {
        var loop = plan.loopOf(task);
        return loop == null ? 1 : course.loop(loop.id()).round();
    }

    /// Working time, of who holds the step, since it was claimed; none if nobody from outside holds it.
    public Duration worked(TaskId task, Instant until) {
        var hold = claims.hold(task);
        return hold == null ? Duration.ZERO : WorkingTime.between(plan.calendar(hold.by()), hold.since(), until);
    }

    RunState touching(TaskId task) {
        return with(touched.with(task));
    }

    RunState untouching(TaskId task) {
        return with(touched.without(task));
    }

    private RunState with(Touched changed) {
        return new RunState(plan, status, version, fence, steps, gates, facts, changed, answers, claims, course);
    }
}
