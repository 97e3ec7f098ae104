package muster.jsonplans;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import muster.review.Range;
import org.jspecify.annotations.Nullable;

/// Reads ranges in the forms in which JSON plans write them: `{min, max}`, `[5, 8]`, `12`, `"9-11"`, `"180-300
/// (overview)"`.
final class Ranges {
    private static final String NUMBER = "([0-9]+(?:\\.[0-9]+)?)";
    private static final Pattern WORDS =
            Pattern.compile("\\s*" + NUMBER + "(?:\\s*(?:-|\u2013|to|\\.\\.)\\s*" + NUMBER + ")?\\b.*", Pattern.DOTALL);

    private Ranges() {}

    static @Nullable Range of(@Nullable Tree value) {
        if (value == null) {
            return null;
        }
        var number = value.number();
        if (number != null) {
            return new Range(number, number);
        }
        var low = value.get("min", "low", "from");
        var high = value.get("max", "high", "to");
        if (low != null && high != null) {
            return between(low.number(), high.number());
        }
        var text = value.text();
        if (text != null) {
            return words(text);
        }
        var items = value.items();
        return items.size() == 2
                ? between(items.getFirst().number(), items.getLast().number())
                : null;
    }

    private static @Nullable Range between(@Nullable BigDecimal low, @Nullable BigDecimal high) {
        return low == null || high == null ? null : new Range(low.min(high), low.max(high));
    }

    private static @Nullable Range words(String text) {
        var match = WORDS.matcher(text);
        if (!match.matches()) {
            return null;
        }
        var low = new BigDecimal(match.group(1));
        return between(low, match.group(2) == null ? low : new BigDecimal(match.group(2)));
    }
}
