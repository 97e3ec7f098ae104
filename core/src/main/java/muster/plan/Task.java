package muster.plan;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One piece of work.
///
/// @param owners who does it; several means together
/// @param needs tasks that must be done before
/// @param requires facts that must hold before it starts
/// @param provides facts that hold once it is done
/// @param timeBox longest working time for one agent before it must be handed on
/// @param retries how often a failed attempt is repeated, 0 to 10
/// @param compensation what undoes it
/// @param timing links, dates, priority and ways to do it
/// @param contract what a run asks of those who carry it out
public record Task(
        TaskId id,
        String title,
        List<AgentId> owners,
        List<TaskId> needs,
        List<FactId> requires,
        List<FactId> provides,
        Estimate estimate,
        Money cost,
        List<Demand> demands,
        @Nullable RiskLevel risk,
        Action action,
        @Nullable DayWindow days,
        List<String> deliverables,
        int retries,
        @Nullable Duration timeBox,
        @Nullable Action compensation,
        @Nullable Source source,
        Timing timing,
        Contract contract) {
    public static final int MOST_RETRIES = 10;

    public Task {
        owners = List.copyOf(owners);
        needs = List.copyOf(needs);
        requires = List.copyOf(requires);
        provides = List.copyOf(provides);
        demands = List.copyOf(demands);
        deliverables = List.copyOf(deliverables);
        if (retries < 0 || retries > MOST_RETRIES) {
            throw new IllegalArgumentException("retries must be between 0 and " + MOST_RETRIES + ", got " + retries);
        }
    }

    /// With nothing asked beyond the work.
    public Task(
            TaskId id,
            String title,
            List<AgentId> owners,
            List<TaskId> needs,
            List<FactId> requires,
            List<FactId> provides,
            Estimate estimate,
            Money cost,
            List<Demand> demands,
            @Nullable RiskLevel risk,
            Action action,
            @Nullable DayWindow days,
            List<String> deliverables,
            int retries,
            @Nullable Duration timeBox,
            @Nullable Action compensation,
            @Nullable Source source,
            Timing timing) {
        this(
                id,
                title,
                owners,
                needs,
                requires,
                provides,
                estimate,
                cost,
                demands,
                risk,
                action,
                days,
                deliverables,
                retries,
                timeBox,
                compensation,
                source,
                timing,
                Contract.NONE);
    }

    /// Free in its timing.
    public Task(
            TaskId id,
            String title,
            List<AgentId> owners,
            List<TaskId> needs,
            List<FactId> requires,
            List<FactId> provides,
            Estimate estimate,
            Money cost,
            List<Demand> demands,
            @Nullable RiskLevel risk,
            Action action,
            @Nullable DayWindow days,
            List<String> deliverables,
            int retries,
            @Nullable Duration timeBox,
            @Nullable Action compensation,
            @Nullable Source source) {
        this(
                id,
                title,
                owners,
                needs,
                requires,
                provides,
                estimate,
                cost,
                demands,
                risk,
                action,
                days,
                deliverables,
                retries,
                timeBox,
                compensation,
                source,
                Timing.FREE);
    }

    /// The fact that holds once this task is done.
    public FactId done() {
        return new FactId("done:" + id);
    }

    /// The tasks that must have ended before it begins: those it needs, and those of its links from finish to start,
    /// unless their lag lets the two overlap. One may come twice.
    public Stream<TaskId> predecessors() {
        var linked = timing.links().stream()
                .filter(link -> link.kind() == LinkKind.FINISH_TO_START)
                .filter(link -> !link.lag().time().isNegative())
                .map(Link::after);
        return Stream.concat(needs.stream(), linked);
    }

    /// The same task with another estimate.
    public Task estimated(Estimate other) {
        return new Task(
                id,
                title,
                owners,
                needs,
                requires,
                provides,
                other,
                cost,
                demands,
                risk,
                action,
                days,
                deliverables,
                retries,
                timeBox,
                compensation,
                source,
                timing,
                contract);
    }

    /// The same task, not waiting any more for tasks that are gone nor for the facts that they provided.
    public Task freedOf(Set<TaskId> gone, Set<FactId> facts) {
        return new Task(
                id,
                title,
                owners,
                needs.stream().filter(need -> !gone.contains(need)).toList(),
                requires.stream().filter(fact -> !facts.contains(fact)).toList(),
                provides,
                estimate,
                cost,
                demands.stream()
                        .map(demand -> demand.among(giver -> !gone.contains(giver)))
                        .toList(),
                risk,
                action,
                days,
                deliverables,
                retries,
                timeBox,
                compensation,
                source,
                timing.linking(timing.links().stream()
                        .filter(link -> !gone.contains(link.after()))
                        .toList()),
                contract);
    }
}
