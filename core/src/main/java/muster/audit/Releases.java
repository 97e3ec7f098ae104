package muster.audit;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import muster.plan.FactId;
import muster.plan.Phase;
import muster.plan.PhaseId;
import muster.plan.Task;

/// From when, counted from now, phases and tasks may begin at the earliest.
final class Releases {
    private final Map<FactId, Duration> facts = new HashMap<>();
    private final Map<PhaseId, Duration> phases = new HashMap<>();

    private Duration all = Duration.ZERO;

    void everything(Duration from) {
        all = later(all, from);
    }

    Duration all() {
        return all;
    }

    void fact(FactId fact, Duration from) {
        facts.merge(fact, from, Releases::later);
    }

    void phase(PhaseId phase, Duration from) {
        phases.merge(phase, from, Releases::later);
    }

    Duration of(Phase phase) {
        return later(all, phases.getOrDefault(phase.id(), Duration.ZERO));
    }

    Duration of(Task task) {
        return task.requires().stream()
                .map(fact -> facts.getOrDefault(fact, Duration.ZERO))
                .reduce(Duration.ZERO, Releases::later);
    }

    static Duration later(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
