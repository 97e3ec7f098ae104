package muster.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import muster.plan.AgentId;
import muster.plan.TaskId;

/// The place of one item in time.
///
/// @param waits what it waited for, in order; empty if it starts at once
/// @param totalSlack working time that it can slip without moving the end of the schedule, if items that share an agent
/// or a resource keep their order
/// @param freeSlack working time that it can slip without moving any other item
/// @param owners who does it
/// @param mode the way it is done, counted from 0 in the order of [WorkWays]
public record Slot(
        TaskId item,
        Instant start,
        Instant finish,
        List<Wait> waits,
        Duration totalSlack,
        Duration freeSlack,
        List<AgentId> owners,
        int mode) {
    public Slot {
        waits = List.copyOf(waits);
        owners = List.copyOf(owners);
    }
}
