package muster.pddl;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The variables that may be used at a place of the text.
record Scope(Map<String, List<String>> types) {
    Scope {
        types = Map.copyOf(types);
    }

    static Scope of(List<Parameter> parameters) {
        return new Scope(Map.of()).with(parameters);
    }

    /// The scope inside a quantifier; its variables hide those of the same name outside.
    Scope with(List<Parameter> parameters) {
        var all = new HashMap<>(types);
        parameters.forEach(parameter -> all.put(parameter.name(), parameter.types()));
        return new Scope(all);
    }

    /// The types of a variable; null if it is not declared.
    @Nullable
    List<String> typesOf(String variable) {
        return types.get(variable);
    }

    Set<String> names() {
        return types.keySet();
    }
}
