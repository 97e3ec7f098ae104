package muster.plan;

import org.jspecify.annotations.Nullable;

/// Names a gate. Shape: see [Ids].
public record GateId(String value) implements Comparable<GateId> {
    private static final String AMONG_TASKS = "gate:";

    public GateId {
        Ids.require("GateId", value);
    }

    /// Its name where tasks have theirs: in plans of actions, in schedules, among what is open.
    public TaskId amongTasks() {
        return new TaskId(AMONG_TASKS + value);
    }

    /// The id of the gate that a name among those of tasks means; null if it means no gate.
    public static @Nullable String amongTasks(String name) {
        return name.startsWith(AMONG_TASKS) ? name.substring(AMONG_TASKS.length()) : null;
    }

    @Override
    public int compareTo(GateId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
