package muster.plan;

/// Names an expectation. Shape: see [Ids].
public record ExpectationId(String value) implements Comparable<ExpectationId> {
    public ExpectationId {
        Ids.require("ExpectationId", value);
    }

    @Override
    public int compareTo(ExpectationId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
