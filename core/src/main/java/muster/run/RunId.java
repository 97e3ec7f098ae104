package muster.run;

import muster.plan.Ids;

/// Names a run. Shape: see [Ids].
public record RunId(String value) implements Comparable<RunId> {
    public RunId {
        if (!Ids.isId(value)) {
            throw new IllegalArgumentException(
                    "must be 1 to 120 lower-case letters, digits and . _ : -, beginning with a letter or digit, got '"
                            + value + "'");
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
