package muster.plan;

/// Names a resource. Shape: see [Ids].
public record ResourceId(String value) implements Comparable<ResourceId> {
    public ResourceId {
        Ids.require("ResourceId", value);
    }

    @Override
    public int compareTo(ResourceId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
