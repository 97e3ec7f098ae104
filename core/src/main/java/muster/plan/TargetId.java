package muster.plan;

/// Names a machine that probes look at. Shape: see [Ids].
public record TargetId(String value) implements Comparable<TargetId> {
    public TargetId {
        Ids.require("TargetId", value);
    }

    @Override
    public int compareTo(TargetId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
