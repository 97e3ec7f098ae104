package muster.plan;

import org.jspecify.annotations.Nullable;

/// Names a fact that can be true or false of the world, such as `ready:cov-rename-script`. Shape: see [Ids].
public record FactId(String value) implements Comparable<FactId> {
    public FactId {
        Ids.require("FactId", value);
    }

    /// As a record has it, but nothing has to be linked at run time.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FactId that && value.equals(that.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
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
