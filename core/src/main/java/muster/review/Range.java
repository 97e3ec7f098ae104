package muster.review;

import java.math.BigDecimal;

/// From a least to a most, both possible.
public record Range(BigDecimal low, BigDecimal high) {
    public static final Range ZERO = new Range(BigDecimal.ZERO, BigDecimal.ZERO);

    public Range {
        if (low.compareTo(high) > 0) {
            throw new IllegalArgumentException("a range goes from low to high, got " + low + " and " + high);
        }
    }

    /// The sums of both ends.
    public Range plus(Range other) {
        return new Range(low.add(other.low), high.add(other.high));
    }

    /// Each end times the other's.
    public Range times(Range other) {
        return new Range(low.multiply(other.low), high.multiply(other.high));
    }

    /// The larger of each end.
    public Range max(Range other) {
        return new Range(low.max(other.low), high.max(other.high));
    }

    /// True if some value lies in both.
    public boolean meets(Range other) {
        return low.compareTo(other.high) <= 0 && other.low.compareTo(high) <= 0;
    }

    /// True if both ends are the same numbers.
    public boolean isSame(Range other) {
        return low.compareTo(other.low) == 0 && high.compareTo(other.high) == 0;
    }

    @Override
    public String toString() {
        var from = plain(low);
        return low.compareTo(high) == 0 ? from : from + "-" + plain(high);
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
