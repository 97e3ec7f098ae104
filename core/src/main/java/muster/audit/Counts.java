package muster.audit;

import org.jspecify.annotations.Nullable;

/// Whole numbers among the measured values of evidence.
final class Counts {
    private static final int MOST_DIGITS = 18;

    private Counts() {}

    /// None if it was not measured; commas between thousands are allowed.
    static @Nullable Long of(Evidence evidence, String attribute) {
        var text = evidence.attributes().getOrDefault(attribute, "").replace(",", "");
        return text.isEmpty() || text.length() > MOST_DIGITS || !text.chars().allMatch(Character::isDigit)
                ? null
                : Long.valueOf(text);
    }
}
