package muster.matching;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a probe saw.
public sealed interface Value {

    /// A text, such as what a command printed.
    record Text(String text) implements Value {}

    /// A number in whatever unit the probe states.
    record Numeric(BigDecimal number) implements Value {}

    /// Values in the order in which they were seen.
    record Many(List<Value> values) implements Value {
        public Many {
            values = List.copyOf(values);
        }
    }

    /// Nothing was there.
    record Absent() implements Value {}

    /// A text, or absent.
    static Value of(@Nullable String text) {
        return text == null ? new Absent() : new Text(text);
    }

    /// A whole number.
    static Value of(long number) {
        return new Numeric(BigDecimal.valueOf(number));
    }

    /// A list of texts.
    static Value of(List<String> texts) {
        return new Many(texts.stream().<Value>map(Text::new).toList());
    }
}
