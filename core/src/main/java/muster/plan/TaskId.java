package muster.plan;

/// Names a task. Shape: see [Ids].
public record TaskId(String value) implements Comparable<TaskId> {
    public TaskId {
        Ids.require("TaskId", value);
    }

    @Override
    public int compareTo(TaskId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
