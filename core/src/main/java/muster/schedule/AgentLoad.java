package muster.schedule;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
        Map<AgentId, Map<Long, Long>> days = new HashMap<>();
        Map<AgentId, Integer> count = new HashMap<>();
        problem.team().agents().forEach(agent -> days.put(agent.id(), new HashMap<>()));
        for (var slot : schedule.slots()) {
            var item = problem.items().get(numbers.of(slot.item()));
            var open = time.of(slot.owners(), item.demands());
            for (var owner : slot.owners()) {
                count.merge(owner, 1, Integer::sum);
                work(slot, open, Objects.requireNonNull(days.get(owner)));
            }
        }
        return problem.team().agents().stream()
                .map(agent -> load(
                        agent.id(), count.getOrDefault(agent.id(), 0), Objects.requireNonNull(days.get(agent.id()))))
                .toList();
    }

    /// @param seconds of work by days since the epoch
    private static AgentLoad load(AgentId agent, int items, Map<Long, Long> seconds) {
        var days = new TreeMap<LocalDate, Duration>();
        long sum = 0;
        for (var day : seconds.entrySet()) {
            sum += day.getValue();
            days.put(LocalDate.ofEpochDay(day.getKey()), Duration.ofSeconds(day.getValue()));
        }
        return new AgentLoad(agent, items, Duration.ofSeconds(sum), days);
    }

    private static void work(Slot slot, OpenTime open, Map<Long, Long> days) {
        long finish = slot.finish().getEpochSecond();
        for (long from = slot.start().getEpochSecond(); from < finish; ) {
            long day = Math.floorDiv(from, DAY);
            long until = Math.min(finish, (day + 1) * DAY);
            long work = open.between(from, until);
            if (work > 0) {
                days.merge(day, work, Long::sum);
            }
            from = until;
        }
    }
}
