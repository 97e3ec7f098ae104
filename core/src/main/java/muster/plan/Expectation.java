package muster.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a plan needs to be true.
///
/// @param group the heading it stood under
/// @param level the assurance level that must be reached
/// @param claimed what the document asserts of it, such as `EXISTS`; a claim to test, never a fact
/// @param phases the phases that cannot be carried out without it
/// @param workaround an accepted way to go on without it
/// @param impact what cannot be done while it is unmet
public record Expectation(
        ExpectationId id,
        String title,
        String group,
        Need need,
        AssuranceLevel level,
        Probe probe,
        @Nullable String claimed,
        List<PhaseId> phases,
        List<Remedy> remedies,
        @Nullable String workaround,
        @Nullable String impact,
        @Nullable Source source) {
    public Expectation {
        phases = List.copyOf(phases);
        remedies = List.copyOf(remedies);
    }

    /// The fact that holds once this expectation is met.
    public FactId fact() {
        return new FactId("ready:" + id);
    }
}
