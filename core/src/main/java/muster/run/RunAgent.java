package muster.run;

import java.util.List;
import java.util.stream.Stream;
import muster.plan.Agent;
import muster.plan.AgentId;
import muster.plan.Calendar;
import muster.plan.Team;
import muster.plan.WorkMode;
import org.jspecify.annotations.Nullable;

/// A member of the team as a run knows it.
///
/// @param role short role code or title
/// @param capacity claims it may hold at one time, at least 1
/// @param calendar when it works; null means round the clock
public record RunAgent(
        AgentId id,
        String role,
        List<String> capabilities,
        int capacity,
        @Nullable Calendar calendar) {
    public RunAgent {
        capabilities = List.copyOf(capabilities);
        if (capacity < 1) {
            throw new IllegalArgumentException("capacity must be at least 1, got " + capacity);
        }
    }

    /// A member who works round the clock.
    public RunAgent(AgentId id, String role, List<String> capabilities, int capacity) {
        this(id, role, capabilities, capacity, null);
    }

    static RunAgent of(Agent agent, Team team) {
        var calendar = team.calendars().stream()
                .filter(each -> each.id().equals(agent.calendar()))
                .findFirst()
                .map(each -> ofOwn(agent, each))
                .orElse(null);
        return new RunAgent(agent.id(), agent.role(), agent.capabilities(), agent.capacity(), calendar);
    }

    /// The agent's own days off and special days lie over those of the calendar.
    private static Calendar ofOwn(Agent agent, Calendar calendar) {
        var own = agent.availability();
        var closed = Stream.concat(
                        calendar.holidays().stream(),
                        own.daysOff().stream()
                                .flatMap(days ->
                                        days.first().datesUntil(days.last().plusDays(1))))
                .toList();
        var special = Stream.concat(calendar.exceptions().stream(), own.exceptions().stream())
                .toList();
        return new Calendar(calendar.id(), calendar.zone(), calendar.hours(), closed, special);
    }

    /// True if the agent is one of those.
    boolean is(WorkMode.Who who) {
        return switch (who) {
            case WorkMode.Who.Together(var agents) -> agents.contains(id);
            case WorkMode.Who.Capable(var capability) -> capabilities.contains(capability);
            case WorkMode.Who.InRole(var needed) -> role.equals(needed);
        };
    }
}
