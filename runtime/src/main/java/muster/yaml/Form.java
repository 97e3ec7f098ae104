package muster.yaml;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A form that a value of the plan file takes. Reader, writer, schema and reference are four views of the same
/// forms, so that they cannot disagree.
interface Form<T> {

    /// The typed value, or null once a problem has been recorded.
    @Nullable
    T read(Value value);

    /// The value as maps, lists, text and numbers; [#read] gives it back.
    Object write(T value);

    /// The JSON Schema of everything that [#read] takes, apart from what a schema cannot say.
    Map<String, Object> schema(Definitions definitions);

    /// What is expected, for messages and for the reference, such as `a duration such as 90m`.
    String says();
}
