package muster.pddl;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import muster.pddl.Node.Word;

/// Reads numbers.
final class Amounts {
    /// Costs of a whole plan stay far inside a `long`, decimals included.
    private static final int MOST_DIGITS = 9;

    /// Decimals are scaled away; more would make costs overflow.
    private static final int MOST_DECIMALS = 4;

    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d*)(?:\\.(\\d*))?");

    private Amounts() {}

    /// The number that is written there; 0 after a complaint.
    static BigDecimal read(Word word, Complaints complaints) {
        var match = NUMBER.matcher(word.text());
        var plain = match.matches() && word.text().codePoints().anyMatch(Character::isDigit);
        if (!plain) {
            complaints.add(word, "a number is expected, got " + word.shown());
            return BigDecimal.ZERO;
        }
        var value = new BigDecimal(word.text()).stripTrailingZeros();
        if (value.precision() - value.scale() > MOST_DIGITS || value.scale() > MOST_DECIMALS) {
            complaints.unsupported(
                    word, "numbers with more than " + MOST_DIGITS + " digits or " + MOST_DECIMALS + " decimals");
            return BigDecimal.ZERO;
        }
        return value;
    }
}
