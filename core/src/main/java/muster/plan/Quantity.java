package muster.plan;

import java.math.BigDecimal;

/// An amount of something that can be counted or measured, such as 40 GiB, 3 slots or 1200 USD. Quantities of different
/// units neither add nor compare.
///
/// @param number -[#MOST] to [#MOST], with at most [#DECIMALS] decimals
/// @param unit as the plan writes it
public record Quantity(BigDecimal number, String unit) {
    /// Decimals at most.
    public static final int DECIMALS = 6;

    /// Together with the decimals it stays far inside a `long`.
    public static final BigDecimal MOST = BigDecimal.TEN.pow(11);

    public Quantity {
        number = number.stripTrailingZeros();
        if (number.scale() < 0) {
            number = number.setScale(0);
        }
        if (number.scale() > DECIMALS || number.abs().compareTo(MOST) > 0) {
            throw new IllegalArgumentException("a quantity must be within " + MOST.toPlainString()
                    + " and have at most " + DECIMALS + " decimals, got " + number.toPlainString());
        }
    }

    /// A quantity of zero decimals.
    public static Quantity of(long number, String unit) {
        return new Quantity(BigDecimal.valueOf(number), unit);
    }

    @Override
    public String toString() {
        return unit.isEmpty() ? number.toPlainString() : number.toPlainString() + " " + unit;
    }
}
