package muster.yaml;

import java.util.Map;
import muster.run.WriteSets;
import org.jspecify.annotations.Nullable;

/// What a task writes: a path glob within the workspace, or `table:NAME`.
record GlobForm() implements Form<String> {

    @Override
    public @Nullable String read(Value value) {
        var text = TextForm.SOME.read(value);
        if (text == null) {
            return null;
        }
        try {
            return WriteSets.wish(text);
        } catch (IllegalArgumentException outside) {
            value.wrong(value.label() + " " + outside.getMessage(), null);
            return null;
        }
    }

    @Override
    public Object write(String value) {
        return value;
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
