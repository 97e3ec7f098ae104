package muster.yaml;

import java.util.Map;
import muster.plan.OneLine;
import org.jspecify.annotations.Nullable;

/// A title or a name: text that is not empty, on one line.
record LineForm() implements Form<String> {
    static final LineForm TITLE = new LineForm();

    @Override
    public @Nullable String read(Value value) {
        var text = TextForm.SOME.read(value);
        if (text == null) {
            return null;
        }
        try {
            return OneLine.of(text);
        } catch (IllegalArgumentException broken) {
            value.wrong(
                    value.label() + " " + broken.getMessage() + ", got " + value.shown(),
                    text.endsWith("\n") ? "Maybe end it with no line break: >- in place of > or |" : null);
            return null;
        }
    }

    @Override
    public Object write(String value) {
        return OneLine.folded(value);
    }

    @Override
    public Map<String, Object> schema(Definitions definitions) {
        return TextForm.SOME.schema(definitions);
    }

    @Override
    public String says() {
        return TextForm.SOME.says();
    }
}
