package muster.yaml;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What whoever reads a plan chooses in it.
///
/// @param profile name of a profile of the file, nothing for none
/// @param variables values that replace those of the file, by name
public record Choices(@Nullable String profile, Map<String, String> variables) {
    /// The file as it stands.
    public static final Choices NONE = new Choices(null, Map.of());

    public Choices {
        variables = Map.copyOf(variables);
    }
}
