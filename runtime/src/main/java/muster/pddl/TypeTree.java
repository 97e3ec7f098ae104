package muster.pddl;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The types of a task and what each is a kind of. Every type is a kind of `object`.
public final class TypeTree {
    /// The type of everything.
    public static final String OBJECT = "object";

    private final Map<String, Set<String>> kinds;

    private TypeTree(Map<String, Set<String>> kinds) {
        this.kinds = kinds;
    }

    /// @param parents the types that each type is written to be a kind of; a parent need not have an entry
    static TypeTree of(Map<String, ? extends Collection<String>> parents) {
        var kinds = new LinkedHashMap<String, Set<String>>();
        kinds.put(OBJECT, Set.of(OBJECT));
        parents.forEach((type, above) -> {
            kinds.computeIfAbsent(type, name -> upwards(name, parents));
            above.forEach(parent -> kinds.computeIfAbsent(parent, name -> upwards(name, parents)));
        });
        return new TypeTree(kinds);
    }

    private static Set<String> upwards(String type, Map<String, ? extends Collection<String>> parents) {
        var found = new LinkedHashSet<String>(List.of(type, OBJECT));
        var queue = new ArrayDeque<String>(List.of(type));
        while (!queue.isEmpty()) {
            var above = parents.get(queue.remove());
            if (above != null) {
                above.stream().filter(found::add).forEach(queue::add);
            }
        }
        return found;
    }

    /// All types, in the order written.
    public Collection<String> names() {
        return kinds.keySet();
    }

    /// True if whatever is of the first type is also of the second.
    public boolean isA(String type, String other) {
        return kinds.getOrDefault(type, Set.of()).contains(other);
    }

    /// True if something of one of the types is also of one of the others.
    public boolean isA(Collection<String> types, Collection<String> others) {
        return types.stream().anyMatch(type -> others.stream().anyMatch(other -> isA(type, other)));
    }

    /// True if there is a type that is a kind of one of these and of one of those.
    public boolean overlap(Collection<String> these, Collection<String> those) {
        return isA(these, those)
                || isA(those, these)
                || names().stream().anyMatch(type -> isA(List.of(type), these) && isA(List.of(type), those));
    }
}
