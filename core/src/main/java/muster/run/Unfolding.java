package muster.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import muster.plan.FactId;
import muster.plan.Gate;
import muster.plan.GateId;
import muster.plan.LoopRule;
import muster.plan.Mode;
import muster.plan.Phase;
import muster.plan.PhaseId;
import muster.plan.Plan;
import muster.plan.Repeat;
import muster.plan.Resource;
import muster.plan.ResourceId;
import muster.plan.ResourceKind;
import muster.plan.Task;
import muster.plan.TaskId;
import org.jspecify.annotations.Nullable;

/// A plan, and the plans within it, laid out as the steps, gates and loops of one run.
final class Unfolding {
    private final WholeRun.Conduct conduct;
    private final Map<TaskId, Plan> parts;
    private final List<ResourceId> budgets;
    private final List<Step> steps = new ArrayList<>();
    private final List<RunGate> gates = new ArrayList<>();
    private final List<RunLoop> loops = new ArrayList<>();
    private final Map<TaskId, List<TaskId>> stepsOf = new HashMap<>();

    Unfolding(WholeRun.Conduct conduct, Map<TaskId, Plan> parts, List<ResourceId> budgets) {
        this.conduct = conduct;
        this.parts = parts;
        this.budgets = budgets;
    }

    List<Step> steps() {
        return steps;
    }

    List<RunGate> gates() {
        return gates;
    }

    List<RunLoop> loops() {
        return loops;
    }

    void unfold(Plan plan, PartFrame frame) {
        var layout = new Layout(plan, frame);
        for (var phase : plan.phases()) {
            var from = steps.size();
            for (var number = 0; number < phase.tasks().size(); number++) {
                add(phase.tasks().get(number), layout.waits(phase, number), layout);
            }
            if (phase.mode() == Mode.LOOP && steps.size() > from) {
                var looped =
                        steps.subList(from, steps.size()).stream().map(Step::id).toList();
                loops.add(new RunLoop(frame.name().phase(phase.id()), phase.title(), looped, rule(phase, frame)));
            }
        }
        plan.coordination().gates().forEach(gate -> gates.add(layout.gate(gate)));
    }

    private void add(Task task, StepWaits waits, Layout layout) {
        var name = layout.frame.name().task(task.id());
        var part = parts.get(name);
        var from = steps.size();
        if (part == null) {
            steps.add(step(name, task, waits, layout));
        } else {
            unfold(part, new PartFrame(PartName.of(name), waits, task.owners()));
        }
        var own = steps.subList(from, steps.size()).stream().map(Step::id).toList();
        stepsOf.put(name, own);
        if (part != null) {
            gates.add(new RunGate(RunGate.within(name), task.title(), List.of(), own, List.of()));
        }
    }

    private Step step(TaskId name, Task task, StepWaits waits, Layout layout) {
        return new Step(
                name,
                task.title(),
                task.owners().isEmpty() ? layout.frame.owners() : task.owners(),
                task.action(),
                waits.needs(),
                waits.requires(),
                task.provides(),
                waits.gates(),
                task.retries(),
                task.compensation(),
                terms(task, layout.plan));
    }

    /// A plan within another has the budgets of its own resources alone.
    private Terms terms(Task task, Plan plan) {
        var consumed = plan.team().resources().stream()
                .filter(resource -> resource.kind() == ResourceKind.CONSUMABLE && budgets.contains(resource.id()))
                .map(Resource::id)
                .toList();
        return new TaskTerms(conduct, consumed).of(task);
    }

    /// A loop of which nothing but words is known has as many rounds at most as it is simulated with.
    private static LoopRule rule(Phase phase, PartFrame frame) {
        var rule = phase.loop();
        if (rule == null) {
            return new LoopRule(most(phase.repeat()), LoopRule.JUDGED.converged(), LoopRule.JUDGED.exhausted());
        }
        return rule.converged() instanceof LoopRule.Criterion.Reaches(var task, var output, var least, var most)
                ? new LoopRule(
                        rule.most(),
                        new LoopRule.Criterion.Reaches(frame.name().task(task), output, least, most),
                        rule.exhausted())
                : rule;
    }

    private static int most(@Nullable Repeat repeat) {
        return switch (repeat) {
            case null -> LoopRule.USUAL_ROUNDS;
            case Repeat.WithProbability(var _, var most) -> most;
            case Repeat.Rounds(var _, var _, var max) -> max;
        };
    }

    /// One plan under the names that it has in the run.
    private final class Layout {
        private final Plan plan;
        private final PartFrame frame;
        private final Map<TaskId, List<GateId>> guards = new HashMap<>();
        private final Map<FactId, TaskId> given = new HashMap<>();

        Layout(Plan plan, PartFrame frame) {
            this.plan = plan;
            this.frame = frame;
            plan.coordination()
                    .gates()
                    .forEach(gate -> Set.copyOf(gate.guards())
                            .forEach(task -> guards.computeIfAbsent(task, _ -> new ArrayList<>())
                                    .add(frame.name().gate(gate.id()))));
            plan.tasks().stream().filter(this::isPlan).forEach(task -> {
                given.put(task.done(), task.id());
                task.provides().forEach(fact -> given.put(fact, task.id()));
            });
        }

        /// What the task waits for, beside what all tasks of the plan wait for.
        StepWaits waits(Phase phase, int number) {
            var task = phase.tasks().get(number);
            var before = before(phase, number);
            var gates = new LinkedHashSet<GateId>(frame.waits().gates());
            gates.addAll(guards.getOrDefault(task.id(), List.of()));
            var requires = new LinkedHashSet<FactId>(frame.waits().requires());
            for (var fact : required(task, before)) {
                var by = given.get(fact);
                if (by == null) {
                    requires.add(named(fact));
                } else {
                    gates.add(RunGate.within(frame.name().task(by)));
                }
            }
            var needs = new LinkedHashSet<TaskId>(frame.waits().needs());
            for (var need : before) {
                if (parts.containsKey(frame.name().task(need))) {
                    gates.add(RunGate.within(frame.name().task(need)));
                } else {
                    needs.add(frame.name().task(need));
                }
            }
            return new StepWaits(List.copyOf(needs), List.copyOf(requires), List.copyOf(gates));
        }

        RunGate gate(Gate gate) {
            var after = gate.after().stream()
                    .flatMap(task -> stepsOf.getOrDefault(frame.name().task(task), List.of()).stream())
                    .toList();
            var written = RunGate.of(gate, after, plan.team().agentIds());
            var name = frame.name().gate(gate.id());
            var facts = RunGate.conditions(gate).stream()
                    .map(condition -> TeamFacts.met(condition, name))
                    .toList();
            return new RunGate(name, gate.title(), written.approvers(), after, facts, written.quorum());
        }

        private List<FactId> required(Task task, Set<TaskId> before) {
            var owed = before.isEmpty() ? plan.coordination().waitsFor() : List.<String>of();
            return Stream.of(
                            task.requires().stream(),
                            handOffs(task),
                            owed.stream().map(TeamFacts::delivered))
                    .flatMap(each -> each)
                    .distinct()
                    .toList();
        }

        private Stream<FactId> handOffs(Task task) {
            return RunPlan.handOffs(task, plan.coordination())
                    .map(handOff -> TeamFacts.accepted(frame.name().item(handOff.id())));
        }

        private boolean isPlan(Task task) {
            return parts.containsKey(frame.name().task(task.id()));
        }

        /// That a task of this plan is done is known under the name that it has in the run.
        private FactId named(FactId fact) {
            if (frame.name().isWhole()) {
                return fact;
            }
            return plan.tasks().stream()
                    .filter(task -> task.done().equals(fact))
                    .findFirst()
                    .map(task -> new FactId("done:" + frame.name().task(task.id())))
                    .orElse(fact);
        }

        private Set<TaskId> before(Phase phase, int number) {
            var needs = new LinkedHashSet<TaskId>();
            phase.tasks().get(number).predecessors().forEach(needs::add);
            if (phase.mode() == Mode.SEQUENTIAL && number > 0) {
                needs.add(phase.tasks().get(number - 1).id());
            }
            finish(phase.needs(), needs);
            return needs;
        }

        /// A needed phase without tasks passes on what it needs itself.
        private void finish(List<PhaseId> needed, Set<TaskId> needs) {
            for (var phase : plan.phases()) {
                if (needed.contains(phase.id())) {
                    phase.tasks().forEach(task -> needs.add(task.id()));
                    finish(phase.tasks().isEmpty() ? phase.needs() : List.of(), needs);
                }
            }
        }
    }
}
