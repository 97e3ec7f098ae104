package muster.schedule;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import muster.plan.AgentId;

/// What an agent works on in a schedule.
///
/// @param work working time of all its items, those done together with others included
/// @param days working time by day of UTC; days without are left out
public record AgentLoad(AgentId agent, int items, Duration work, SortedMap<LocalDate, Duration> days) {
    private static final long DAY = Duration.ofDays(1).toSeconds();

    /// The loads of all agents, in the order of the team.
    public static List<AgentLoad> of(SchedulingProblem problem, Schedule schedule) {
        var time = new TeamTime(problem, Model.second(problem.start()));
        var numbers = new ItemNumbers(problem.items());
        Map<AgentId, SortedMap<LocalDate, Duration>> days = new HashMap<>();
        Map<AgentId, Integer> count = new HashMap<>();
        for (var slot : schedule.slots()) {
            var item = problem.items().get(numbers.of(slot.item()));
            var worked = days(slot, time.of(slot.owners(), item.demands()));
            for (var owner : slot.owners()) {
                count.merge(owner, 1, Integer::sum);
                var all = days.computeIfAbsent(owner, _ -> new TreeMap<>());
                worked.forEach((day, work) -> all.merge(day, work, Duration::plus));
            }
        }
        return problem.team().agents().stream()
                .map(agent -> {
                    var worked = days.getOrDefault(agent.id(), new TreeMap<>());
                    var sum = worked.values().stream().reduce(Duration.ZERO, Duration::plus);
                    return new AgentLoad(agent.id(), count.getOrDefault(agent.id(), 0), sum, worked);
                })
                .toList();
    }

    private static Map<LocalDate, Duration> days(Slot slot, OpenTime open) {
        var days = new HashMap<LocalDate, Duration>();
        long finish = slot.finish().getEpochSecond();
        for (long from = slot.start().getEpochSecond(); from < finish; ) {
            long until = Math.min(finish, (Math.floorDiv(from, DAY) + 1) * DAY);
            long work = open.between(from, until);
            if (work > 0) {
                days.put(Model.instant(from).atOffset(ZoneOffset.UTC).toLocalDate(), Duration.ofSeconds(work));
            }
            from = until;
        }
        return days;
    }
}
