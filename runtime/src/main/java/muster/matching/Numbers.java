package muster.matching;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// Numbers in values and matchers.
final class Numbers {
    /// Whatever is longer is a text; reading a number takes time that grows with the square of its length.
    private static final int LONGEST = 100;

    private Numbers() {}

    /// The number that a value is, also one that is written as a text; blanks around it are passed over.
    static @Nullable BigDecimal in(Value value) {
        return switch (value) {
            case Value.Numeric(BigDecimal number) -> number;
            case Value.Text(String text) -> read(text);
            case Value.Many _, Value.Absent _ -> null;
        };
    }

    static @Nullable BigDecimal read(String text) {
        var stripped = text.strip();
        if (stripped.length() > LONGEST || stripped.isEmpty()) {
            return null;
        }
        try {
            return new BigDecimal(stripped);
        } catch (NumberFormatException _) {
            return null;
        }
    }
}
