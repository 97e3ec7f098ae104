package muster.run;

import muster.plan.Ids;

/// Names a run. Shape: see [Ids].
public record RunId(String value) implements Comparable<RunId> {
    public RunId {
        if (!Ids.isId(value)) {
            throw new IllegalArgumentException("RunId must have the shape of an id, got '" + value + "'");
        }
    }

    @Override
    public int compareTo(RunId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
