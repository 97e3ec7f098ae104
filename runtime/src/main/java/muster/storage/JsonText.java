package muster.storage;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/// JSON text being written, straight from values, because every event of a run goes through here: ids and instants are
/// text, enum constants lower-case text, decimal numbers text.
final class JsonText {
    private static final String HEX = "0123456789ABCDEF";

    /// Enough for most events.
    private final StringBuilder text = new StringBuilder(256);

    JsonText object(Map<String, ?> fields) {
        text.append('{');
        var first = text.length();
        for (var field : fields.entrySet()) {
            comma(first);
            string(field.getKey());
            text.append(':');
            value(field.getValue());
        }
        text.append('}');
        return this;
    }

    private void value(Object value) {
        switch (value) {
            case JsonOut out -> object(out.fields());
            case Integer _, Long _, Boolean _ -> text.append(value);
            case BigDecimal number -> string(number.toPlainString());
            case Enum<?> constant -> string(JsonOut.name(constant));
            case Collection<?> all -> array(all);
            case Map<?, ?> all -> {
                var sorted = new TreeMap<String, Object>();
                all.forEach((key, each) -> sorted.put(key.toString(), each));
                object(sorted);
            }
            default -> string(value.toString());
        }
    }

    private void array(Collection<?> all) {
        text.append('[');
        var first = text.length();
        for (var each : all) {
            comma(first);
            value(each);
        }
        text.append(']');
    }

    private void comma(int first) {
        if (text.length() > first) {
            text.append(',');
        }
    }

    private void string(String value) {
        text.append('"');
        var from = 0;
        for (var at = 0; at < value.length(); at++) {
            var letter = value.charAt(at);
            if (letter < ' ' || letter == '"' || letter == '\\') {
                text.append(value, from, at);
                escape(letter);
                from = at + 1;
            }
        }
        text.append(value, from, value.length()).append('"');
    }

    private void escape(char letter) {
        text.append('\\');
        switch (letter) {
            case '"', '\\' -> text.append(letter);
            case '\b' -> text.append('b');
            case '\f' -> text.append('f');
            case '\n' -> text.append('n');
            case '\r' -> text.append('r');
            case '\t' -> text.append('t');
            default -> text.append("u00").append(HEX.charAt(letter >> 4)).append(HEX.charAt(letter & 0xf));
        }
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
