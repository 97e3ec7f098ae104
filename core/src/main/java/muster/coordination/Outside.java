package muster.coordination;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import muster.audit.Verdict;
import muster.plan.TaskId;
import org.jspecify.annotations.Nullable;

/// What a team was told of the world outside its plan, and what the run refused.
///
/// @param signals names of what happened
/// @param metrics the last value of each
/// @param verdict of the last audit; null if none was recorded
/// @param contested steps whose claim was refused because of another's write-set, and that claim
public record Outside(
        SortedSet<String> signals,
        SortedMap<String, BigDecimal> metrics,
        @Nullable Verdict verdict,
        SortedMap<TaskId, TaskId> contested) {
    static final Outside NOTHING = new Outside(new TreeSet<>(), new TreeMap<>(), null, new TreeMap<>());

    public Outside {
        signals = Collections.unmodifiableSortedSet(new TreeSet<>(signals));
        metrics = Collections.unmodifiableSortedMap(new TreeMap<>(metrics));
        contested = Collections.unmodifiableSortedMap(new TreeMap<>(contested));
    }

    Outside signalled(String name) {
        var changed = new TreeSet<>(signals);
        changed.add(name);
        return new Outside(changed, metrics, verdict, contested);
    }

    Outside measured(String metric, BigDecimal value) {
        var changed = new TreeMap<>(metrics);
        changed.put(metric, value);
        return new Outside(signals, changed, verdict, contested);
    }

    Outside audited(Verdict last) {
        return new Outside(signals, metrics, last, contested);
    }

    Outside contesting(TaskId refused, TaskId holder) {
        var changed = new TreeMap<>(contested);
        changed.put(refused, holder);
        return new Outside(signals, metrics, verdict, changed);
    }
}
