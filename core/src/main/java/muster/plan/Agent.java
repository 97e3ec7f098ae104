package muster.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One who carries out tasks or decides at gates.
///
/// @param name as documents write it, such as `DevOps Engineer`
/// @param role short role code or title, such as `BA`
/// @param focus what the agent mainly works on
/// @param criticalItems the critical-path items in the agent's care
/// @param capabilities what the agent can do; tasks ask for them
/// @param capacity tasks the agent can work on at one time, at least 1
/// @param availability the agent's own days off and extra hours
public record Agent(
        AgentId id,
        String name,
        String role,
        AgentKind kind,
        List<String> focus,
        List<String> criticalItems,
        List<String> capabilities,
        int capacity,
        @Nullable CalendarId calendar,
        Availability availability) {
    public Agent {
        focus = List.copyOf(focus);
        criticalItems = List.copyOf(criticalItems);
        capabilities = List.copyOf(capabilities);
        if (capacity < 1) {
            throw new IllegalArgumentException("capacity must be at least 1, got " + capacity);
        }
    }

    /// Works as the calendar says.
    public Agent(
            AgentId id,
            String name,
            String role,
            AgentKind kind,
            List<String> focus,
            List<String> criticalItems,
            List<String> capabilities,
            int capacity,
            @Nullable CalendarId calendar) {
        this(id, name, role, kind, focus, criticalItems, capabilities, capacity, calendar, Availability.USUAL);
    }

    /// The same agent with another capacity.
    public Agent withCapacity(int other) {
        return new Agent(id, name, role, kind, focus, criticalItems, capabilities, other, calendar, availability);
    }
}
