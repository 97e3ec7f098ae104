package muster.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A group of tasks with one mode.
///
/// @param needs phases that must be complete before
/// @param until criterion that ends a loop, in words
/// @param repeat how many rounds simulations take there to be until then; null if that is not known
/// @param loop when the rounds of a loop end in a run; null means as people judge
public record Phase(
        PhaseId id,
        String title,
        Mode mode,
        List<PhaseId> needs,
        @Nullable DayWindow days,
        @Nullable Estimate estimate,
        @Nullable RiskLevel risk,
        @Nullable String until,
        @Nullable Repeat repeat,
        List<Task> tasks,
        @Nullable Source source,
        @Nullable LoopRule loop) {
    public Phase {
        needs = List.copyOf(needs);
        tasks = List.copyOf(tasks);
    }

    /// A phase whose rounds end as people judge.
    public Phase(
            PhaseId id,
            String title,
            Mode mode,
            List<PhaseId> needs,
            @Nullable DayWindow days,
            @Nullable Estimate estimate,
            @Nullable RiskLevel risk,
            @Nullable String until,
            @Nullable Repeat repeat,
            List<Task> tasks,
            @Nullable Source source) {
        this(id, title, mode, needs, days, estimate, risk, until, repeat, tasks, source, null);
    }

    /// A phase whose rounds are not known.
    public Phase(
            PhaseId id,
            String title,
            Mode mode,
            List<PhaseId> needs,
            @Nullable DayWindow days,
            @Nullable Estimate estimate,
            @Nullable RiskLevel risk,
            @Nullable String until,
            List<Task> tasks,
            @Nullable Source source) {
        this(id, title, mode, needs, days, estimate, risk, until, null, tasks, source, null);
    }

    /// The same phase with other tasks.
    public Phase holding(List<Task> others) {
        return new Phase(id, title, mode, needs, days, estimate, risk, until, repeat, others, source, loop);
    }
}
