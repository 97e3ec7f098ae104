package muster.plan;

import java.math.BigDecimal;

/// A bound on a metric, such as disk usage above 85 %.
///
/// @param metric in the document's words
/// @param unit such as `%`
public record Threshold(String metric, Bound bound, BigDecimal value, String unit) {
    /// On which side of the value the condition holds.
    public enum Bound {
        ABOVE,
        BELOW
    }

    /// True if this value is on the side of the bound.
    public boolean holds(BigDecimal measured) {
        var side = measured.compareTo(value);
        return switch (bound) {
            case ABOVE -> side > 0;
            case BELOW -> side < 0;
        };
    }
}
