package muster.plan;

/// Names a gate. Shape: see [Ids].
public record GateId(String value) implements Comparable<GateId> {
    public GateId {
        Ids.require("GateId", value);
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
