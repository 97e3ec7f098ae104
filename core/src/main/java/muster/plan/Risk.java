package muster.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A known risk with what is done against it.
public record Risk(
        ItemId id,
        String title,
        RiskLevel level,
        @Nullable PhaseId phase,
        List<String> mitigations,
        List<String> successCriteria,
        @Nullable Source source) {
    public Risk {
        mitigations = List.copyOf(mitigations);
        successCriteria = List.copyOf(successCriteria);
    }
}
