package muster.yaml;

import java.time.DateTimeException;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Tag;

/// Text of a fixed shape, such as a duration.
///
/// @param shape in the part of the regular expressions that Java and ECMA share; matches the whole
/// @param parse gives something that cannot be changed, or throws [IllegalArgumentException] or [DateTimeException] for
/// what has the shape and still makes no
///     sense, such as 30 February
record PatternForm<T>(String says, Pattern shape, Function<String, T> parse, Function<T, String> print)
        implements Form<T> {

    @Override
    public @Nullable T read(Value value) {
        var text = value.scalar(Tag.STR);
        var known = text == null ? null : value.reading().parsed(this, text);
        if (known != null) {
            return known;
        }
        if (text == null || !shape.matcher(text).matches()) {
            value.unexpected(says);
            return null;
        }
        try {
            return value.reading().keep(this, text, parse.apply(text));
        } catch (DateTimeException | IllegalArgumentException | ArithmeticException e) {
            value.wrong(value.label() + " must be " + says + ", got " + value.shown() + ": " + why(e), null);
            return null;
        }
    }

    /// What the date library says after naming the text again.
    private static String why(RuntimeException e) {
        var message = String.valueOf(e.getMessage());
        return message.replaceFirst("^Text '.*' could not be parsed: ", "");
    }

    @Override
    public Object write(T value) {
        return print.apply(value);
    }

    @Override
    public Map<String, Object> schema(Definitions definitions) {
        return Definitions.ordered("type", "string", "pattern", "^(" + shape.pattern() + ")$");
    }
}
