package muster.plan;

/// A factor on working time, as a range; above 0, at most 100, least <= likely <= greatest.
public record Stretch(double min, double likely, double max) {
    private static final double GREATEST = 100;

    public Stretch {
        if (!(min > 0 && min <= likely && likely <= max && max <= GREATEST)) {
            throw new IllegalArgumentException(
                    "a stretch needs 0 < min <= likely <= max <= 100, got " + min + ", " + likely + ", " + max);
        }
    }
}
