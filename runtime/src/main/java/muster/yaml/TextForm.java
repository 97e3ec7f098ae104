package muster.yaml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Tag;

/// Free text.
///
/// @param shortest fewest characters, 0 or 1
record TextForm(int shortest, PlainText plain) implements Form<String> {

    /// Any text.
    static final TextForm ANY = new TextForm(0, PlainText.TEXT_ONLY);

    /// Text that is not empty.
    static final TextForm SOME = new TextForm(1, PlainText.TEXT_ONLY);

    /// A word of a command, where `[head, -n, 5]` means what it seems to mean.
    static final TextForm WORD = new TextForm(0, PlainText.AS_WRITTEN);

    @Override
    public @Nullable String read(Value value) {
        var text = plain == PlainText.TEXT_ONLY
                ? value.scalar(Tag.STR)
                : value.scalar(Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL);
        if (text == null) {
            var number = value.scalar(Tag.INT, Tag.FLOAT, Tag.BOOL);
            value.wrong(
                    value.label() + " must be text, got " + value.shown(),
                    number == null ? null : "Maybe put it in quotes: \"" + Value.quote(number) + "\"");
            return null;
        }
        if (text.length() < shortest) {
            value.wrong(value.label() + " must not be empty", null);
            return null;
        }
        return text;
    }

    @Override
    public Object write(String value) {
        return value;
    }

    @Override
    public Map<String, Object> schema(Definitions definitions) {
        var schema = new LinkedHashMap<String, Object>();
        schema.put("type", plain == PlainText.TEXT_ONLY ? "string" : List.of("string", "number", "boolean"));
        if (shortest > 0) {
            schema.put("minLength", shortest);
        }
        return schema;
    }

    @Override
    public String says() {
        return shortest > 0 ? "non-empty text" : "text";
    }
}
