package muster.yaml;

import java.math.BigDecimal;
import java.util.Map;
import muster.plan.Share;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Tag;

/// A decimal number; it keeps its digits as written.
record NumberForm(BigDecimal least) implements Form<BigDecimal> {
    private static final int MOST_DIGITS = 40;
    private static final BigDecimal LARGEST = new BigDecimal("1e18");

    /// Any number.
    static final NumberForm ANY = new NumberForm(LARGEST.negate());

    /// A number that is not negative.
    static final NumberForm AMOUNT = new NumberForm(BigDecimal.ZERO);
    static final Form<Share> SHARE = new OrderedForm<>(
            AMOUNT, number -> new Share(number.doubleValue()), share -> BigDecimal.valueOf(share.value()));

    @Override
    public @Nullable BigDecimal read(Value value) {
        var text = value.scalar(Tag.INT, Tag.FLOAT);
        var number = text == null ? null : decimal(text);
        if (number == null
                || number.compareTo(least) < 0
                || number.compareTo(LARGEST) > 0
                || Math.abs(number.scale()) > MOST_DIGITS
                || number.precision() > MOST_DIGITS) {
            value.unexpected(says());
            return null;
        }
        return number;
    }

    /// The number, or null if it is infinite, not a number or longer than anybody counts.
    static @Nullable BigDecimal decimal(String text) {
        try {
            return text.length() > 2 * MOST_DIGITS ? null : new BigDecimal(text);
        } catch (NumberFormatException _) {
            return null;
        }
    }

    @Override
    public Object write(BigDecimal value) {
        return value;
    }

    @Override
    public Map<String, Object> schema(Definitions definitions) {
        return Definitions.ordered(
                "type", "number",
                "minimum", least,
                "maximum", LARGEST);
    }

    @Override
    public String says() {
        return least.signum() == 0 ? "a number, 0 or more" : "a number";
    }
}
