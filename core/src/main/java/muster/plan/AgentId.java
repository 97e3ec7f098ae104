package muster.plan;

/// Names an agent. Shape: see [Ids].
public record AgentId(String value) implements Comparable<AgentId> {
    public AgentId {
        Ids.require("AgentId", value);
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
