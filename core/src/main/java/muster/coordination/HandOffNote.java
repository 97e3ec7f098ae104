package muster.coordination;

import java.util.List;
import muster.plan.AgentId;
import muster.plan.ItemId;
import muster.plan.RiskLevel;
import org.jspecify.annotations.Nullable;

/// Work passed on, as the one who passes it writes it down. The template is that of seed 004.
///
/// @param phase such as `2.1`
/// @param dependencies what the work rests on, in words
/// @param nextSteps what the receiver does next
/// @param fulfils the hand-off of the plan that this is; null if the plan declares none
public record HandOffNote(
        HandOffId id,
        AgentId from,
        AgentId to,
        String phase,
        List<Delivered> deliverables,
        List<String> dependencies,
        List<CheckRun> checks,
        RiskLevel risk,
        String nextSteps,
        @Nullable ItemId fulfils) {
    public HandOffNote {
        deliverables = List.copyOf(deliverables);
        dependencies = List.copyOf(dependencies);
        checks = List.copyOf(checks);
    }

    /// The same note with other deliverables, such as those whose files were hashed.
    public HandOffNote delivering(List<Delivered> others) {
        return new HandOffNote(id, from, to, phase, others, dependencies, checks, risk, nextSteps, fulfils);
    }

    /// The same note in other words.
    public HandOffNote saying(List<String> restsOn, String next) {
        return new HandOffNote(id, from, to, phase, deliverables, restsOn, checks, risk, next, fulfils);
    }

    /// The same note as another hand-off of the plan.
    public HandOffNote fulfilling(@Nullable ItemId declared) {
        return new HandOffNote(id, from, to, phase, deliverables, dependencies, checks, risk, nextSteps, declared);
    }
}
