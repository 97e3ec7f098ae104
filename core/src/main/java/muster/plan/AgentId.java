package muster.plan;

import org.jspecify.annotations.Nullable;

/// Names an agent. Shape: see [Ids].
public record AgentId(String value) implements Comparable<AgentId> {
    public AgentId {
        Ids.require("AgentId", value);
    }

    /// As a record has it, but nothing has to be linked at run time.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AgentId that && value.equals(that.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public int compareTo(AgentId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
