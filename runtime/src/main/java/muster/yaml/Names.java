package muster.yaml;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import muster.plan.Location;
import muster.plan.NearMiss;
import muster.plan.Problem;
import org.jspecify.annotations.Nullable;

/// Every id that a plan declares, and every place that refers to one.
final class Names {
    /// Each hint compares a name with all others; past this many, problems go without.
    private static final int MOST_HINTS = 100;

    private final Map<Kind, Map<String, Declared>> spaces = new EnumMap<>(Kind.class);
    private List<Reference> references = new ArrayList<>();

    private record Declared(Kind kind, Location at, Object id) {}

    /// A name that nobody had declared when it was read.
    record Reference(Kind kind, String id, Location at) {}

    /// What has the same id and where it stands, such as `the task at muster.yaml:3:5`; null if nothing has. A remedy
    /// counts before a task, wherever they stand.
    ///
    /// @param id the text, typed
    @Nullable
    String declare(Kind kind, Object id, Location at) {
        var before = space(kind).putIfAbsent(id.toString(), new Declared(kind, at, id));
        if (before != null && before.kind() == Kind.TASK && kind == Kind.REMEDY) {
            throw new UnusualYaml();
        }
        return before == null ? null : "the " + before.kind().noun() + " at " + before.at();
    }

    /// Notes that something of the kind must have the id; gives it back if something has it already.
    @Nullable
    Object refer(Kind kind, String id, Value value) {
        var found = find(kind, id);
        if (found == null) {
            references.add(new Reference(kind, id, value.place()));
        }
        return found;
    }

    /// What has the id, typed; null if nothing of the kind has it so far.
    @Nullable
    Object find(Kind kind, String id) {
        var found = space(kind).get(id);
        return found == null || !kind.covers(found.kind()) ? null : found.id();
    }

    /// True if nothing has the id so far that shares its ids with the kind.
    boolean isFree(Kind kind, String id) {
        return !space(kind).containsKey(id);
    }

    /// References to what was not declared when they were read and may be now.
    void referUnlessDeclared(List<Reference> open) {
        for (var reference : open) {
            if (find(reference.kind(), reference.id()) == null) {
                references.add(reference);
            }
        }
    }

    /// References that were read ahead of their turn, which has come.
    void refer(List<Reference> others) {
        references.addAll(others);
    }

    /// Takes out what is referred to ahead of its turn.
    List<Reference> ahead() {
        var ahead = references;
        references = new ArrayList<>();
        return ahead;
    }

    @Nullable
    Location declared(Kind kind, String id) {
        var found = space(kind).get(id);
        return found == null || !kind.covers(found.kind()) ? null : found.at();
    }

    /// One problem for each reference to what nobody declares.
    List<Problem> unresolved() {
        var problems = new ArrayList<Problem>();
        for (var reference : references) {
            if (declared(reference.kind(), reference.id()) == null) {
                problems.add(unknown(reference, problems.size() < MOST_HINTS));
            }
        }
        return problems;
    }

    private Problem unknown(Reference reference, boolean advise) {
        var known = space(reference.kind()).entrySet().stream()
                .filter(entry -> reference.kind().covers(entry.getValue().kind()))
                .map(Map.Entry::getKey)
                .toList();
        var message = "unknown " + reference.kind().noun() + " '" + reference.id() + "'";
        return new Problem(reference.at(), message, advise ? NearMiss.hint(reference.id(), known) : null);
    }

    private Map<String, Declared> space(Kind kind) {
        return spaces.computeIfAbsent(kind.space(), _ -> new HashMap<>());
    }
}
