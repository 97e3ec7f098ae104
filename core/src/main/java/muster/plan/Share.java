package muster.plan;

/// A part of a whole, from 0 to 1.
public record Share(double value) implements Comparable<Share> {
    public Share {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException("a share is from 0 to 1, got " + value);
        }
    }

    @Override
    public int compareTo(Share other) {
        return Double.compare(value, other.value);
    }

    @Override
    public String toString() {
        return Double.toString(value);
    }
}
