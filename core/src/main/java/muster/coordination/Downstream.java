package muster.coordination;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import muster.plan.TaskId;

/// What hangs on the open steps of a run.
final class Downstream {
    private final CoordinationState state;
    private final Map<TaskId, List<TaskId>> followers = new HashMap<>();
    private final Map<TaskId, Duration> chains = new HashMap<>();

    Downstream(CoordinationState state) {
        this.state = state;
        state.run().plan().steps().stream()
                .filter(step -> !state.run().step(step.id()).settled())
                .forEach(step -> step.needs()
                        .forEach(need -> followers
                                .computeIfAbsent(need, _ -> new ArrayList<>())
                                .add(step.id())));
    }

    Impact of(TaskId task) {
        var waiting = new HashSet<TaskId>();
        collect(task, waiting);
        return new Impact(chain(task), waiting.size());
    }

    private Duration chain(TaskId task) {
        var known = chains.get(task);
        if (known != null) {
            return known;
        }
        var after = followers.getOrDefault(task, List.of()).stream()
                .map(this::chain)
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
        var chain = state.charter().length(task).plus(after);
        chains.put(task, chain);
        return chain;
    }

    private void collect(TaskId task, Set<TaskId> waiting) {
        for (var follower : followers.getOrDefault(task, List.of())) {
            if (waiting.add(follower)) {
                collect(follower, waiting);
            }
        }
    }
}
