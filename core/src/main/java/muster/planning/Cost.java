package muster.planning;

import java.math.BigDecimal;

/// What an action or a plan costs, in hundredths of the plan's currency unit; 0 to [#MOST]. Working time is turned into
/// money by a [CostRate], so that one number orders all plans.
public record Cost(long hundredths) implements Comparable<Cost> {
    /// About 1.1 billion currency units: sums over a whole plan stay far inside a `long`.
    public static final long MOST = 1L << 37;

    public static final Cost ZERO = new Cost(0);

    public Cost {
        if (hundredths < 0 || hundredths > MOST) {
            throw new IllegalArgumentException("a cost must be between 0 and " + MOST + ", got " + hundredths);
        }
    }

    /// The sum of both.
    public Cost plus(Cost other) {
        return new Cost(hundredths + other.hundredths);
    }

    @Override
    public int compareTo(Cost other) {
        return Long.compare(hundredths, other.hundredths);
    }

    /// In whole currency units with two decimals, such as `412.50`.
    @Override
    public String toString() {
        return BigDecimal.valueOf(hundredths, 2).toPlainString();
    }
}
