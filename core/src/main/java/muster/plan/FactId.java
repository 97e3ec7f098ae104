package muster.plan;

/// Names a fact that can be true or false of the world, such as `ready:cov-rename-script`. Shape: see [Ids].
public record FactId(String value) implements Comparable<FactId> {
    public FactId {
        Ids.require("FactId", value);
    }

    @Override
    public int compareTo(FactId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
