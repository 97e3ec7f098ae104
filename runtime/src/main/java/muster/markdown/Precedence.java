package muster.markdown;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import muster.plan.TaskId;

/// Which task must be done before which; never a circle.
final class Precedence {
    private final Map<TaskId, Set<TaskId>> needs = new LinkedHashMap<>();
    private final Map<TaskId, Integer> order = new HashMap<>();
    private boolean forward;

    Precedence(List<Work> inOrder) {
        inOrder.forEach(work -> order.put(work.id(), order.size()));
    }

    /// Notes that one task needs others, leaving out itself; false if that would close a circle, then nothing is noted.
    boolean add(Work work, Collection<Work> before) {
        List<TaskId> wanted = before.stream()
                .map(Work::id)
                .filter(id -> !id.equals(work.id()))
                .toList();
        boolean ahead = wanted.stream().anyMatch(id -> isLater(id, work.id()));
        if ((ahead || forward) && wanted.stream().anyMatch(id -> reaches(id, work.id()))) {
            return false;
        }
        forward |= ahead;
        needs.computeIfAbsent(work.id(), id -> new LinkedHashSet<>()).addAll(wanted);
        return true;
    }

    private boolean isLater(TaskId one, TaskId other) {
        return order.getOrDefault(one, 0) > order.getOrDefault(other, 0);
    }

    private boolean reaches(TaskId from, TaskId goal) {
        Deque<TaskId> open = new ArrayDeque<>(List.of(from));
        Set<TaskId> seen = new HashSet<>();
        while (!open.isEmpty()) {
            TaskId next = open.pop();
            if (next.equals(goal)) {
                return true;
            }
            of(next).stream().filter(seen::add).forEach(open::push);
        }
        return false;
    }

    /// What a task needs, in the order noted.
    List<TaskId> of(TaskId task) {
        return List.copyOf(needs.getOrDefault(task, Set.of()));
    }

    /// Those of the lines that no other of them needs.
    List<Work> last(Collection<Work> lines) {
        Set<TaskId> needed = new HashSet<>();
        lines.forEach(work -> needed.addAll(needs.getOrDefault(work.id(), Set.of())));
        return lines.stream().filter(work -> !needed.contains(work.id())).toList();
    }

    /// Those of the lines that need no other of them.
    List<Work> first(Collection<Work> lines) {
        Set<TaskId> own = new HashSet<>();
        lines.forEach(work -> own.add(work.id()));
        return lines.stream()
                .filter(work -> needs.getOrDefault(work.id(), Set.of()).stream().noneMatch(own::contains))
                .toList();
    }
}
