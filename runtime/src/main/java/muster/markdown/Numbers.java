package muster.markdown;

import java.math.BigDecimal;

/// Numbers as documents write them.
final class Numbers {
    private static final int MOST_DIGITS = 9;

    private Numbers() {}

    /// A whole number of at most nine digits; more than that is not a count and gives 0.
    static int count(String digits) {
        return digits.length() > MOST_DIGITS ? 0 : Integer.parseInt(digits);
    }

    /// A number with commas between thousands and a point before fractions.
    static BigDecimal decimal(String written) {
        return new BigDecimal(written.replace(",", ""));
    }
}
