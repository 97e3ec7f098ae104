package muster.schedule;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import muster.plan.Agent;
import muster.plan.AgentId;
import muster.plan.Calendar;
import muster.plan.CalendarId;
import muster.plan.Demand;
import muster.plan.Resource;
import muster.plan.ResourceId;
import muster.plan.ResourceKind;
import muster.plan.Rotation;
import org.jspecify.annotations.Nullable;

/// When those who do an item together can work: while all their calendars are open and, if the item holds something
/// that goes from agent to agent, on the days on which it is the turn of one of them.
final class TeamTime {
    private static final long DAY = Duration.ofDays(1).toSeconds();

    private final long origin;
    private final Map<AgentId, WorkCalendar> calendars = new LinkedHashMap<>();
    private final Map<ResourceId, List<AgentId>> turns = new HashMap<>();
    private final Map<Key, OpenTime> known = new HashMap<>();
    private final Map<List<AgentId>, OpenTime> withoutTurns = new HashMap<>();

    private record Key(
            List<WorkCalendar> calendars, @Nullable Turn turn) {}

    TeamTime(SchedulingProblem problem, long origin) {
        this.origin = origin;
        Map<CalendarId, Calendar> byId = new HashMap<>();
        problem.team().calendars().forEach(calendar -> byId.put(calendar.id(), calendar));
        for (var agent : problem.team().agents()) {
            var calendar = agent.calendar() == null
                    ? null
                    : Objects.requireNonNull(byId.get(agent.calendar()), () -> "no calendar " + agent.calendar());
            var work = WorkCalendar.of(agent, calendar);
            if (work != null) {
                calendars.put(agent.id(), work);
            }
        }
        problem.team().resources().stream()
                .filter(resource -> resource.rotation() == Rotation.DAILY)
                .filter(resource -> resource.kind() == ResourceKind.RENEWABLE)
                .forEach(resource -> takeTurns(problem, resource));
    }

    /// When these owners can do an item that has these demands.
    OpenTime of(List<AgentId> owners, List<Demand> demands) {
        if (!turns.isEmpty()) {
            return found(owners, demands);
        }
        var open = withoutTurns.get(owners);
        return open == null ? withoutTurns.computeIfAbsent(owners, _ -> found(owners, demands)) : open;
    }

    private OpenTime found(List<AgentId> owners, List<Demand> demands) {
        var all = owners.stream()
                .flatMap(owner -> Stream.ofNullable(calendars.get(owner)))
                .distinct()
                .toList();
        var key = new Key(all, turn(owners, demands));
        return known.computeIfAbsent(key, _ -> new OpenTime(key.calendars, key.turn, origin));
    }

    /// Agents who take turns at a resource, in the order of the team; empty if nobody has to.
    List<AgentId> turns(ResourceId resource) {
        return turns.getOrDefault(resource, List.of());
    }

    /// The first of the things an item holds that goes from agent to agent; null if none does.
    @Nullable
    ResourceId rotating(WorkItem item) {
        return rotating(item.demands());
    }

    private @Nullable ResourceId rotating(List<Demand> demands) {
        return demands.stream()
                .filter(demand -> turns.containsKey(demand.resource()))
                .filter(demand -> demand.amount().signum() > 0)
                .map(Demand::resource)
                .findFirst()
                .orElse(null);
    }

    private @Nullable Turn turn(List<AgentId> owners, List<Demand> demands) {
        var resource = turns.isEmpty() || owners.isEmpty() ? null : rotating(demands);
        return resource == null ? null : shared(owners, turns(resource));
    }

    private Turn shared(List<AgentId> owners, List<AgentId> inTurn) {
        Set<Integer> mine = new TreeSet<>();
        owners.stream().map(inTurn::indexOf).filter(place -> place >= 0).forEach(mine::add);
        return new Turn(Math.floorDiv(origin, DAY), inTurn.size(), mine);
    }

    /// Agents take turns at what they could want more of at one time than there is.
    private void takeTurns(SchedulingProblem problem, Resource resource) {
        var largest = Contention.largest(problem.items(), problem.team(), resource.id());
        if (Contention.exists(largest.values(), resource)) {
            var agents = new HashSet<>(largest.keySet());
            turns.put(
                    resource.id(),
                    problem.team().agents().stream()
                            .map(Agent::id)
                            .filter(agents::contains)
                            .toList());
        }
    }
}
