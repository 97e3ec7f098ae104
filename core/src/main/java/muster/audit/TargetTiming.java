package muster.audit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import muster.plan.Phase;
import muster.plan.PhaseId;
import muster.plan.Task;
import muster.plan.TaskId;

/// When the phases on the way to the target end, counted from now. A phase without tasks takes its own estimate.
final class TargetTiming {
    private final List<Phase> phases;
    private final TaskNetwork network;
    private final Releases releases;
    private final Map<TaskId, Duration> finish = new HashMap<>();
    private final Map<PhaseId, Duration> ends = new HashMap<>();

    TargetTiming(List<Phase> phases, TaskNetwork network, Releases releases) {
        this.phases = sorted(phases);
        this.network = network;
        this.releases = releases;
    }

    Duration end() {
        var starts = new HashMap<TaskId, Duration>();
        for (var phase : phases) {
            var start = start(phase);
            phase.tasks().forEach(task -> starts.put(task.id(), start));
            network.order().forEach(each -> finish(each, starts));
            ends.put(phase.id(), phase.tasks().isEmpty() ? start.plus(own(phase)) : end(phase, start));
        }
        return ends.values().stream().reduce(releases.all(), Releases::later);
    }

    private void finish(TaskNetwork.Waiting each, Map<TaskId, Duration> starts) {
        var begin = each.before().stream()
                .map(task -> finish.getOrDefault(task, Duration.ZERO))
                .reduce(starts.getOrDefault(each.task().id(), Duration.ZERO), Releases::later);
        finish.put(
                each.task().id(),
                Releases.later(begin, releases.of(each.task())).plus(each.length()));
    }

    private Duration start(Phase phase) {
        return phase.needs().stream()
                .map(need -> ends.getOrDefault(need, Duration.ZERO))
                .reduce(releases.of(phase), Releases::later);
    }

    private Duration end(Phase phase, Duration start) {
        return phase.tasks().stream()
                .map(Task::id)
                .map(task -> finish.getOrDefault(task, Duration.ZERO))
                .reduce(start, Releases::later);
    }

    private static Duration own(Phase phase) {
        var estimate = phase.estimate();
        return estimate == null ? Duration.ZERO : estimate.likely();
    }

    /// Each after all it needs; a plan that exists has no circles.
    private static List<Phase> sorted(List<Phase> phases) {
        var left = new LinkedHashMap<PhaseId, Phase>();
        phases.forEach(phase -> left.put(phase.id(), phase));
        var order = new ArrayList<Phase>();
        while (!left.isEmpty()) {
            var free = left.values().stream()
                    .filter(phase -> phase.needs().stream().noneMatch(left::containsKey))
                    .toList();
            if (free.isEmpty()) {
                throw new IllegalArgumentException("phases wait for each other: " + left.keySet());
            }
            free.forEach(phase -> left.remove(phase.id()));
            order.addAll(free);
        }
        return order;
    }
}
