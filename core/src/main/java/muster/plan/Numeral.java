package muster.plan;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// A decimal number as people and programs write it. A few letters such as `1e999999999` would name a number that
/// fills the memory of whoever writes it out, so only numbers that fit on a line are read.
public final class Numeral {
    /// Most digits before the point, and after it: more than any quantity of the world has.
    private static final int MOST_DIGITS = 40;

    private Numeral() {}

    /// Reads a number.
    ///
    /// @throws IllegalArgumentException if the text is none, or is too long a one
    public static BigDecimal read(String text) {
        var number = text.length() > 2 * MOST_DIGITS ? null : number(text.strip());
        if (number == null) {
            throw new IllegalArgumentException("must be a number such as 12 or 0.5, got '" + beginning(text) + "'");
        }
        if (number.scale() > MOST_DIGITS || (long) number.precision() - number.scale() > MOST_DIGITS) {
            throw new IllegalArgumentException("must be a number with at most " + MOST_DIGITS
                    + " digits before and after the point, got '" + text + "'");
        }
        return number;
    }

    private static @Nullable BigDecimal number(String text) {
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException _) {
            return null;
        }
    }

    private static String beginning(String text) {
        return text.length() <= MOST_DIGITS ? text : text.substring(0, MOST_DIGITS) + "...";
    }
}
