package muster.yaml;

import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import muster.plan.Location;
import muster.plan.Problem;
import org.jspecify.annotations.Nullable;

/// A condition in CEL that is checked when it is read.
///
/// @param check what is wrong with it, given the place of its first character
/// @param example of one
record ConditionForm(BiFunction<String, Location, List<Problem>> check, String example) implements Form<String> {
    @Override
    public @Nullable String read(Value value) {
        var text = TextForm.SOME.read(value);
        if (text == null) {
            return null;
        }
        check.apply(text, value.place()).forEach(value.reading()::add);
        return text;
    }

    @Override
    public Object write(String value) {
        return TextForm.SOME.write(value);
    }

    @Override
    public Map<String, Object> schema(Definitions definitions) {
        return TextForm.SOME.schema(definitions);
    }

    @Override
    public String says() {
        return "a condition such as " + example;
    }
}
