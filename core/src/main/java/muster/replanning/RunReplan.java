package muster.replanning;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import muster.facts.Truth;
import muster.plan.AgentId;
import muster.plan.FactId;
import muster.plan.TaskId;
import muster.planning.Replan;
import muster.run.Command;
import muster.run.RunPlan;
import muster.run.RunState;
import muster.run.SteerCommand;
import muster.run.StepState;

/// How a run goes on after facts changed.
///
/// @param replan the search and whether what was left still does; its difference counts gates and signs too
/// @param facts that are otherwise than the run took them to be
/// @param steps what becomes of each step that is not settled; empty if no plan was found
/// @param next the plan of the run from here on
/// @param retried failed steps that are tried again
/// @param against why it cannot be gone on with like this; empty if it can
public record RunReplan(
        RunState state,
        Replan replan,
        List<FactChange> facts,
        List<StepChange> steps,
        RunPlan next,
        SortedSet<TaskId> retried,
        List<String> against) {
    public RunReplan {
        facts = List.copyOf(facts);
        steps = List.copyOf(steps);
        retried = Collections.unmodifiableSortedSet(new TreeSet<>(retried));
        against = List.copyOf(against);
    }

    /// True if a plan reaches the goal from here.
    public boolean isPlan() {
        return replan.result().isPlan();
    }

    /// The steps of one kind.
    public List<StepChange> steps(StepChange.Kind kind) {
        return steps.stream().filter(step -> step.kind() == kind).toList();
    }

    /// True if the run has to be told something.
    public boolean changes() {
        return !facts.isEmpty()
                || !retried.isEmpty()
                || !next.equals(state.plan())
                || !steps(StepChange.Kind.DROPPED).isEmpty();
    }

    /// What the run is told, all of it or nothing: the facts, what is tried again, the plan, and what it does without.
    ///
    /// @param digest SHA-256 of the plan file, in hex
    public List<Command> orders(String digest, AgentId by, String reason) {
        var orders = new ArrayList<Command>();
        if (!facts.isEmpty()) {
            orders.add(new Command.ReportFacts(
                    by, facts(truth -> truth == Truth.TRUE), facts(truth -> truth != Truth.TRUE)));
        }
        retried.forEach(task -> orders.add(new Command.Retry(task, by, reason)));
        if (!next.equals(state.plan())) {
            orders.add(new Command.Revise(next, digest, by, reason));
        }
        steps(StepChange.Kind.DROPPED).forEach(step -> {
            taken(step.task(), reason).forEach(orders::add);
            orders.add(new SteerCommand.Skip(step.task(), by, step.why()));
        });
        return orders;
    }

    private Stream<Command> taken(TaskId task, String reason) {
        return state.step(task) instanceof StepState.Running running
                ? Stream.of(new Command.Lose(task, running.attempt().fence(), reason))
                : Stream.of();
    }

    private SortedSet<FactId> facts(Predicate<Truth> truth) {
        var all = new TreeSet<FactId>();
        facts.stream()
                .filter(fact -> truth.test(fact.now()))
                .map(FactChange::fact)
                .forEach(all::add);
        return all;
    }
}
