package muster.plan;

/// Names a plan. Shape: see [Ids].
public record PlanId(String value) implements Comparable<PlanId> {
    public PlanId {
        Ids.require("PlanId", value);
    }

    @Override
    public int compareTo(PlanId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
