package muster.coordination;

import java.util.List;
import muster.plan.AgentId;

/// What clocks led to.
public sealed interface ClockEvent extends CoordinationEvent.OfTheme {
    /// What it is about: the id of a blocker, conflict or offered hand-off, or `gate:<id>`.
    String matter();

    /// Those who keep others waiting were reminded.
    ///
    /// @param times how often until now
    record Reminded(String matter, List<AgentId> whom, int times) implements ClockEvent {
        public Reminded {
            whom = List.copyOf(whom);
        }
    }

    /// It goes to somebody else.
    ///
    /// @param level counts from 1
    /// @param to as the plan names them
    record Escalated(String matter, int level, String to) implements ClockEvent {}
}
