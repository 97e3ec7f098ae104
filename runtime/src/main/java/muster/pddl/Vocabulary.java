package muster.pddl;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// The names that conditions, effects and initial facts may use.
///
/// @param functions numeric ones
record Vocabulary(
        TypeTree types,
        Map<String, PddlObject> objects,
        Map<String, Predicate> predicates,
        Map<String, Predicate> functions) {
    Vocabulary {
        objects = Collections.unmodifiableMap(new LinkedHashMap<>(objects));
        predicates = Collections.unmodifiableMap(new LinkedHashMap<>(predicates));
        functions = Collections.unmodifiableMap(new LinkedHashMap<>(functions));
    }
}
