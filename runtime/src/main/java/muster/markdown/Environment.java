package muster.markdown;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// Variables that a piece of YAML sets under `env` or `environment`.
final class Environment {
    private static final int MOST_ALIASES = 10;
    private static final LoadSettings SETTINGS =
            LoadSettings.builder().setMaxAliasesForCollections(MOST_ALIASES).build();

    private Environment() {}

    /// The variables by name; none if the text is not YAML or sets none.
    static SortedMap<String, String> in(String yaml) {
        SortedMap<String, String> variables = new TreeMap<>();
        try {
            if (new Load(SETTINGS).loadFromString(yaml) instanceof Map<?, ?> root) {
                collect(root.get("env"), variables);
                collect(root.get("environment"), variables);
            }
        } catch (YamlEngineException notYaml) {
            variables.clear();
        }
        return variables;
    }

    private static void collect(@org.jspecify.annotations.Nullable Object found, SortedMap<String, String> variables) {
        if (found instanceof Map<?, ?> map) {
            map.forEach((name, value) -> variables.put(String.valueOf(name), String.valueOf(value)));
        }
    }
}
