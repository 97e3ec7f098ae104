package muster.audit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import muster.plan.Phase;
import muster.plan.PhaseId;
import muster.plan.TaskId;

/// The slack of every task on the way to the end of the target phase, by likely durations and without regard to who is
/// free (critical path method, Kelley and Walker 1959). Tasks outside that way are absent.
///
/// @param phases the target and all it needs
record Slack(Set<PhaseId> phases, Map<TaskId, Duration> byTask) {

    /// The slack on the way to the given phases.
    static Slack towards(List<Phase> goal, List<Phase> all) {
        var reached = new LinkedHashMap<PhaseId, Phase>();
        var open = new ArrayList<>(goal);
        while (!open.isEmpty()) {
            var phase = open.removeLast();
            reached.put(phase.id(), phase);
            all.stream()
                    .filter(other -> phase.needs().contains(other.id()))
                    .filter(other -> !reached.containsKey(other.id()))
                    .forEach(open::add);
        }
        return new Slack(
                reached.keySet(), TaskNetwork.of(List.copyOf(reached.values())).slack());
    }
}
