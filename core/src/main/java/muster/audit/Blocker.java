package muster.audit;

import java.time.Duration;
import java.util.List;
import muster.plan.AgentId;
import muster.plan.Estimate;
import muster.plan.ExpectationId;
import muster.plan.Money;
import muster.plan.PhaseId;
import muster.plan.Severity;
import org.jspecify.annotations.Nullable;

/// An unmet expectation on the way to the goal.
///
/// @param severity what counts
/// @param byRule what the rule says, before an override or a waiver
/// @param delay how long the plan waits for it; none if no remedy is stated, so that nobody knows
/// @param onCriticalPath how much later the target phase can start because of it or, if only tasks in it wait, how much
/// later it ends; none if nobody knows
/// @param cost of the cheapest remedy; none if no remedy is stated
/// @param mitigation what can be done, beginning with the cheapest remedy
/// @param action what is recommended now
public record Blocker(
        ExpectationId expectation,
        String title,
        Severity severity,
        Severity byRule,
        String impact,
        List<PhaseId> affected,
        @Nullable Estimate delay,
        @Nullable Duration onCriticalPath,
        @Nullable Money cost,
        String mitigation,
        @Nullable String workaround,
        String action,
        @Nullable AgentId owner) {
    public Blocker {
        affected = List.copyOf(affected);
    }
}
