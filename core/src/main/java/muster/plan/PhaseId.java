package muster.plan;

/// Names a phase. Shape: see [Ids].
public record PhaseId(String value) implements Comparable<PhaseId> {
    public PhaseId {
        Ids.require("PhaseId", value);
    }

    @Override
    public int compareTo(PhaseId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
