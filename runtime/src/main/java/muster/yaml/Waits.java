package muster.yaml;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import muster.plan.Gate;
import muster.plan.HandOff;
import muster.plan.Location;
import muster.plan.Mode;
import muster.plan.Phase;
import muster.plan.Problem;
import muster.plan.Task;
import muster.plan.TaskId;
import org.jspecify.annotations.Nullable;

/// What waits for what: tasks for tasks, phases, gates and hand-offs. Finds what would wait for itself.
final class Waits {
    private static final String DONE = "done:";

    private final Map<Step, List<Step>> waits = new LinkedHashMap<>();

    /// A moment of the run.
    private record Step(Kind kind, String id, Moment moment) {
        @Override
        public String toString() {
            return kind.noun() + " " + id;
        }
    }

    private enum Moment {
        BEGUN,
        DONE
    }

    void add(Phase phase) {
        var begun = new Step(Kind.PHASE, phase.id().value(), Moment.BEGUN);
        var done = new Step(Kind.PHASE, phase.id().value(), Moment.DONE);
        wait(done, begun);
        phase.needs().forEach(need -> wait(begun, new Step(Kind.PHASE, need.value(), Moment.DONE)));
        Step before = begun;
        for (var task : phase.tasks()) {
            var step = step(task.id());
            wait(step, begun);
            if (phase.mode() == Mode.SEQUENTIAL) {
                wait(step, before);
            }
            wait(done, step);
            add(step, task);
            before = step;
        }
    }

    private void add(Step step, Task task) {
        task.needs().forEach(need -> wait(step, step(need)));
        task.timing().links().forEach(link -> wait(step, step(link.after())));
        task.demands().stream()
                .flatMap(demand -> Stream.ofNullable(demand.until()))
                .forEach(cleaner -> wait(step(cleaner), step));
        task.requires().stream()
                .filter(fact -> fact.value().startsWith(DONE))
                .forEach(fact -> wait(step, task(fact.value().substring(DONE.length()))));
    }

    void add(Gate gate) {
        var passed = new Step(Kind.GATE, gate.id().value(), Moment.DONE);
        gate.after().forEach(task -> wait(passed, step(task)));
        gate.guards().forEach(task -> wait(step(task), passed));
    }

    void add(HandOff handOff) {
        var after = handOff.after();
        var before = handOff.before();
        if (after != null && before != null) {
            wait(step(before), step(after));
        }
    }

    private static Step step(TaskId task) {
        return task(task.value());
    }

    private static Step task(String id) {
        return new Step(Kind.TASK, id, Moment.DONE);
    }

    private void wait(Step step, Step other) {
        waits.computeIfAbsent(step, _ -> new ArrayList<>(2)).add(other);
        waits.computeIfAbsent(other, _ -> new ArrayList<>(2));
    }

    /// One problem for each ring of steps that wait for each other.
    List<Problem> problems(Names names) {
        var problems = new ArrayList<Problem>();
        var rest = new Rest(waits);
        rest.release(
                waits.keySet().stream().filter(step -> waiting(step).isEmpty()).toList());
        for (var step : waits.keySet()) {
            while (rest.waits(step)) {
                var ring = rest.ring(step);
                rest.release(ring);
                problems.add(problem(ring, names));
            }
        }
        return problems;
    }

    private List<Step> waiting(Step step) {
        return waits.getOrDefault(step, List.of());
    }

    private static Problem problem(List<Step> ring, Names names) {
        var first = ring.stream()
                .filter(step -> place(step, names) != null)
                .min(Comparator.comparingLong(step -> order(place(step, names))))
                .orElse(ring.getFirst());
        var from = ring.indexOf(first);
        var path = new ArrayList<String>();
        for (var i = 0; i <= ring.size(); i++) {
            var step = ring.get((from + i) % ring.size()).toString();
            if (path.isEmpty() || !path.getLast().equals(step) || ring.size() == 1) {
                path.add(step);
            }
        }
        var at = place(first, names);
        return Problem.at(
                at == null ? new Location("?", 1, 1) : at, first + " waits for itself: " + String.join(" -> ", path));
    }

    private static @Nullable Location place(Step step, Names names) {
        return names.declared(step.kind(), step.id());
    }

    private static long order(@Nullable Location at) {
        return at == null ? Long.MAX_VALUE : ((long) at.line() << Integer.SIZE) + at.column();
    }

    /// The steps that have not been released; a step is released once all that it waits for are.
    private static final class Rest {
        private final Map<Step, List<Step>> waits;
        private final Map<Step, List<Step>> waiters = new LinkedHashMap<>();
        private final Map<Step, Integer> open = new LinkedHashMap<>();

        Rest(Map<Step, List<Step>> waits) {
            this.waits = waits;
            waits.forEach((step, others) -> {
                open.put(step, others.size());
                others.forEach(other ->
                        waiters.computeIfAbsent(other, _ -> new ArrayList<>()).add(step));
            });
        }

        boolean waits(Step step) {
            return open.containsKey(step);
        }

        void release(Collection<Step> steps) {
            var released = new ArrayDeque<>(steps);
            steps.forEach(open::remove);
            while (!released.isEmpty()) {
                for (var waiter : waiters.getOrDefault(released.removeFirst(), List.of())) {
                    released.addAll(ready(waiter));
                }
            }
        }

        private List<Step> ready(Step waiter) {
            var left = open.computeIfPresent(waiter, (_, count) -> count - 1);
            if (left == null || left > 0) {
                return List.of();
            }
            open.remove(waiter);
            return List.of(waiter);
        }

        /// Steps each waiting for the next and the last for the first, reached from the step.
        List<Step> ring(Step from) {
            var path = new LinkedHashSet<Step>();
            var step = from;
            while (path.add(step)) {
                step = waits.getOrDefault(step, List.of()).stream()
                        .filter(this::waits)
                        .findFirst()
                        .orElseThrow();
            }
            var steps = List.copyOf(path);
            return steps.subList(steps.indexOf(step), steps.size());
        }
    }
}
