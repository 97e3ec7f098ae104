package muster.yaml;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import muster.plan.Gate;
import muster.plan.HandOff;
import muster.plan.Location;
import muster.plan.Mode;
import muster.plan.Phase;
import muster.plan.PhaseId;
import muster.plan.Problem;
import muster.plan.Task;
import muster.plan.TaskId;
import org.jspecify.annotations.Nullable;

/// What waits for what: tasks for tasks, phases, gates and hand-offs. Finds what would wait for itself.
final class Waits {
    private static final String DONE = "done:";

    private final Map<String, Integer> tasks = new HashMap<>();
    private final Map<Step, Integer> others = new HashMap<>();
    private final List<Step> steps = new ArrayList<>();
    private final Set<Step> loops = new HashSet<>();

    /// True as long as each step waits only for such as were there before it.
    private boolean inOrder = true;

    private int[] waiting = new int[16];
    private int[] waited = new int[16];
    private int count;

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

    /// The end of a phase comes after its tasks, so that the steps of most plans are in order.
    void add(Phase phase) {
        int begun = number(new Step(Kind.PHASE, phase.id().value(), Moment.BEGUN));
        phase.needs().forEach(need -> wait(begun, number(new Step(Kind.PHASE, need.value(), Moment.DONE))));
        int[] all = new int[phase.tasks().size()];
        int before = begun;
        for (int place = 0; place < all.length; place++) {
            var task = phase.tasks().get(place);
            int step = number(task.id());
            wait(step, begun);
            if (phase.mode() == Mode.SEQUENTIAL) {
                wait(step, before);
            }
            add(step, task);
            before = step;
            all[place] = step;
        }
        int done = number(new Step(Kind.PHASE, phase.id().value(), Moment.DONE));
        wait(done, begun);
        for (int step : all) {
            wait(done, step);
        }
    }

    private void add(int step, Task task) {
        for (var need : task.needs()) {
            wait(step, number(need));
        }
        for (var link : task.timing().links()) {
            wait(step, number(link.after()));
        }
        for (var demand : task.demands()) {
            if (demand.until() != null) {
                wait(number(demand.until()), step);
            }
        }
        for (var fact : task.requires()) {
            if (fact.value().startsWith(DONE)) {
                wait(step, task(fact.value().substring(DONE.length())));
            }
        }
    }

    void add(Gate gate) {
        int passed = number(new Step(Kind.GATE, gate.id().value(), Moment.DONE));
        gate.after().forEach(task -> wait(passed, number(task)));
        gate.guards().forEach(task -> wait(number(task), passed));
    }

    void add(HandOff handOff) {
        var after = handOff.after();
        var before = handOff.before();
        if (after != null && before != null) {
            wait(number(before), number(after));
        }
    }

    void add(LoopEnds ends) {
        ends.tasks().forEach((task, loops) -> loops.forEach(loop -> wait(number(task), ended(loop))));
        ends.gates()
                .forEach((gate, loops) -> loops.forEach(
                        loop -> wait(number(new Step(Kind.GATE, gate.value(), Moment.DONE)), ended(loop))));
    }

    private int ended(PhaseId loop) {
        var end = new Step(Kind.PHASE, loop.value(), Moment.DONE);
        loops.add(end);
        return number(end);
    }

    private void wait(int step, int other) {
        inOrder &= other < step;
        if (count == waiting.length) {
            waiting = Arrays.copyOf(waiting, 2 * count);
            waited = Arrays.copyOf(waited, 2 * count);
        }
        waiting[count] = step;
        waited[count] = other;
        count++;
    }

    private int number(TaskId task) {
        return task(task.value());
    }

    private int task(String id) {
        var number = tasks.putIfAbsent(id, steps.size());
        return number == null ? add(new Step(Kind.TASK, id, Moment.DONE)) : number;
    }

    private int number(Step step) {
        var number = others.putIfAbsent(step, steps.size());
        return number == null ? add(step) : number;
    }

    private int add(Step step) {
        steps.add(step);
        return steps.size() - 1;
    }

    /// One problem for each ring of steps that wait for each other.
    List<Problem> problems(Names names) {
        if (inOrder) {
            return List.of();
        }
        var problems = new ArrayList<Problem>();
        var rest = new Rest();
        for (int step = 0; step < steps.size(); step++) {
            while (rest.waits(step)) {
                var ring = rest.ring(step);
                ring.stream().filter(rest::waits).forEach(rest::release);
                var whole = ring.stream().map(steps::get).toList();
                problems.add(problem(whole, names, hint(whole)));
            }
        }
        return problems;
    }

    private @Nullable String hint(List<Step> ring) {
        return ring.stream()
                .filter(loops::contains)
                .findFirst()
                .map(loop -> "Maybe it belongs into loop " + loop.id()
                        + ": what waits for a step of a loop from outside waits for the end of the loop")
                .orElse(null);
    }

    private static Problem problem(List<Step> ring, Names names, @Nullable String hint) {
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
        var place = at == null ? new Location("?", 1, 1) : at;
        return new Problem(place, first + " waits for itself: " + String.join(" -> ", path), hint);
    }

    private static @Nullable Location place(Step step, Names names) {
        return names.declared(step.kind(), step.id());
    }

    private static long order(@Nullable Location at) {
        return at == null ? Long.MAX_VALUE : ((long) at.line() << Integer.SIZE) + at.column();
    }

    /// The steps that have not been released; a step is released once all that it waits for are.
    private final class Rest {
        private static final int RELEASED = -1;

        private final int[] open = new int[steps.size()];
        private final Edges waiters = new Edges(waited);
        private final int[] released = new int[steps.size()];

        /// Asked for only if there are rings.
        private @Nullable Edges waits;

        Rest() {
            for (int edge = 0; edge < count; edge++) {
                open[waiting[edge]]++;
            }
            for (int step = 0; step < open.length; step++) {
                if (open[step] == 0) {
                    release(step);
                }
            }
        }

        boolean waits(int step) {
            return open[step] != RELEASED;
        }

        void release(int first) {
            open[first] = RELEASED;
            released[0] = first;
            int end = 1;
            for (int next = 0; next < end; next++) {
                end = releaseAfter(released[next], end);
            }
        }

        /// Puts the steps that waited only for this one behind the others, and says where they end.
        private int releaseAfter(int step, int behind) {
            int end = behind;
            for (int edge = waiters.first[step]; edge >= 0; edge = waiters.next[edge]) {
                if (isReady(waiting[edge])) {
                    released[end++] = waiting[edge];
                }
            }
            return end;
        }

        private boolean isReady(int waiter) {
            if (!waits(waiter) || --open[waiter] > 0) {
                return false;
            }
            open[waiter] = RELEASED;
            return true;
        }

        /// Steps each waiting for the next and the last for the first, reached from the step.
        List<Integer> ring(int from) {
            var known = waits();
            var path = new LinkedHashSet<Integer>();
            int step = from;
            while (path.add(step)) {
                int edge = known.first[step];
                while (!waits(waited[edge])) {
                    edge = known.next[edge];
                }
                step = waited[edge];
            }
            var whole = List.copyOf(path);
            return whole.subList(whole.indexOf(step), whole.size());
        }

        private Edges waits() {
            var known = waits;
            if (known == null) {
                known = new Edges(waiting);
                waits = known;
            }
            return known;
        }
    }

    /// Edges by one of their ends, in the order in which they were added.
    private final class Edges {
        private final int[] first = new int[steps.size()];
        private final int[] next = new int[count];

        Edges(int[] end) {
            Arrays.fill(first, -1);
            for (int edge = count - 1; edge >= 0; edge--) {
                next[edge] = first[end[edge]];
                first[end[edge]] = edge;
            }
        }
    }
}
