package muster.risk;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import muster.plan.Distribution;
import muster.plan.TaskId;

/// What is simulated. The arcs hold the logic of the plan and the order in which agents and resources go from
/// activity to activity; they form no ring. Every id that is named is that of an activity.
///
/// @param distribution of all ranges
public record RiskNetwork(
        Instant start,
        Distribution distribution,
        List<Activity> activities,
        List<Arc> arcs,
        List<RiskEvent> events,
        List<Repetition> repetitions) {
    public RiskNetwork {
        activities = List.copyOf(activities);
        arcs = List.copyOf(arcs);
        events = List.copyOf(events);
        repetitions = List.copyOf(repetitions);
        Set<TaskId> ids = activities.stream().map(Activity::id).collect(Collectors.toCollection(HashSet::new));
        if (ids.size() < activities.size()) {
            throw new IllegalArgumentException("two activities have one id");
        }
        var named = Stream.of(
                        arcs.stream().flatMap(arc -> Stream.of(arc.from(), arc.to())),
                        events.stream()
                                .flatMap(event -> Stream.concat(event.delayed().stream(), event.stretched().stream())),
                        repetitions.stream()
                                .flatMap(each -> Stream.concat(Stream.of(each.decision()), each.body().stream())))
                .flatMap(stream -> stream);
        named.filter(id -> !ids.contains(id)).findFirst().ifPresent(id -> {
            throw new IllegalArgumentException("there is no activity " + id);
        });
    }

    /// The same network with other events.
    public RiskNetwork with(List<RiskEvent> others) {
        return new RiskNetwork(start, distribution, activities, arcs, others, repetitions);
    }
}
