package muster.matching;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/// Values as people read them: on one line, short, without control characters.
final class Shown {
    private static final int LONGEST = 80;
    private static final int MOST = 5;

    /// Beyond this many digits a number is shown with an exponent, lest `1e999999999` fill the memory.
    private static final int DIGITS = 40;

    private Shown() {}

    static String of(Value value) {
        return switch (value) {
            case Value.Text(String text) -> quoted(text);
            case Value.Numeric(BigDecimal number) -> plain(number);
            case Value.Many(List<Value> values) -> list(values);
            case Value.Absent() -> "nothing";
        };
    }

    /// The text that patterns and comparisons of texts see.
    static String plain(BigDecimal number) {
        boolean wide = Math.abs((long) number.scale()) > DIGITS;
        return wide ? number.toString() : number.toPlainString();
    }

    static String quoted(String text) {
        var shown = new StringBuilder();
        text.codePoints().limit(LONGEST).forEach(point -> append(shown, point));
        boolean cut = text.codePointCount(0, Math.min(text.length(), 2 * LONGEST + 2)) > LONGEST;
        return "'" + shown + (cut ? "…'" : "'");
    }

    private static void append(StringBuilder shown, int point) {
        if (point == '\n') {
            shown.append("\\n");
        } else if (Character.isISOControl(point) || Character.getType(point) == Character.FORMAT) {
            shown.append("\\u{").append(Integer.toHexString(point)).append('}');
        } else {
            shown.appendCodePoint(point);
        }
    }

    private static String list(List<Value> values) {
        var first = values.stream().limit(MOST).map(Shown::of).collect(Collectors.joining(", "));
        int more = values.size() - MOST;
        return "[" + first + (more > 0 ? ", and " + more + " more]" : "]");
    }

    static String texts(List<String> texts) {
        return list(texts.stream().<Value>map(Value.Text::new).toList());
    }
}
