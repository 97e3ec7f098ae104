package muster.plan;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A known risk with what is done against it.
///
/// @param tasks those that it hits, beside its phase
/// @param probability that it happens; null if only its level is known
/// @param impact what it does then; null if only its level is known
/// @param mitigation what can be done against it, with numbers
public record Risk(
        ItemId id,
        String title,
        RiskLevel level,
        @Nullable PhaseId phase,
        List<TaskId> tasks,
        @Nullable Share probability,
        @Nullable Impact impact,
        @Nullable Mitigation mitigation,
        List<String> mitigations,
        List<String> successCriteria,
        @Nullable Source source) {
    public Risk {
        tasks = List.copyOf(tasks);
        mitigations = List.copyOf(mitigations);
        successCriteria = List.copyOf(successCriteria);
    }

    /// A risk of which only the level is known.
    public Risk(
            ItemId id,
            String title,
            RiskLevel level,
            @Nullable PhaseId phase,
            List<String> mitigations,
            List<String> successCriteria,
            @Nullable Source source) {
        this(id, title, level, phase, List.of(), null, null, null, mitigations, successCriteria, source);
    }

    /// The same risk without tasks that are gone; not there if it hit nothing else.
    Optional<Risk> dropping(Set<TaskId> gone) {
        var left = tasks.stream().filter(task -> !gone.contains(task)).toList();
        if (left.isEmpty() && !tasks.isEmpty() && phase == null) {
            return Optional.empty();
        }
        return Optional.of(new Risk(
                id, title, level, phase, left, probability, impact, mitigation, mitigations, successCriteria, source));
    }
}
