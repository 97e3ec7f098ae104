package muster.plan;

import org.jspecify.annotations.Nullable;

/// Names a task. Shape: see [Ids].
public record TaskId(String value) implements Comparable<TaskId> {
    public TaskId {
        Ids.require("TaskId", value);
    }

    /// As a record has it, but nothing has to be linked at run time.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TaskId that && value.equals(that.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
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
