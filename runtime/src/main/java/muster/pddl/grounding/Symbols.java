package muster.pddl.grounding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import muster.pddl.Atom;
import muster.pddl.Effect;
import muster.pddl.Parameter;
import muster.pddl.PddlObject;
import muster.pddl.PddlTask;
import muster.pddl.Predicate;

/// Numbers for the names of a task, in the order in which they are declared.
final class Symbols {
    private final PddlTask task;
    private final Map<String, Integer> objects = new HashMap<>();
    private final Map<String, Integer> predicates = new HashMap<>();
    private final Map<List<String>, int[]> candidates = new HashMap<>();
    private final Set<Integer> changing = new HashSet<>();

    Symbols(PddlTask task) {
        this.task = task;
        task.objects().forEach(object -> objects.put(object.name(), objects.size()));
        task.predicates().forEach(predicate -> predicates.put(predicate.name(), predicates.size()));
        task.schemas().forEach(schema -> markChanging(schema.effects()));
    }

    private void markChanging(List<Effect> effects) {
        for (var effect : effects) {
            switch (effect) {
                case Effect.Add(var atom) -> changing.add(predicate(atom));
                case Effect.Delete(var atom) -> changing.add(predicate(atom));
                case Effect.ForAll(var _, var inner) -> markChanging(inner);
                case Effect.When(var _, var inner) -> markChanging(inner);
            }
        }
    }

    int objectCount() {
        return objects.size();
    }

    List<Predicate> predicates() {
        return task.predicates();
    }

    int object(String name) {
        return Objects.requireNonNull(objects.get(name));
    }

    String objectName(int object) {
        return task.objects().get(object).name();
    }

    List<String> objectNames(int[] numbers) {
        return Arrays.stream(numbers).mapToObj(this::objectName).toList();
    }

    int predicate(Atom atom) {
        return predicate(atom.name());
    }

    int predicate(String name) {
        return Objects.requireNonNull(predicates.get(name));
    }

    /// True if no action changes it.
    boolean isStatic(int predicate) {
        return !changing.contains(predicate);
    }

    /// The objects that may stand for a parameter, ascending.
    int[] candidates(Parameter parameter) {
        return candidates.computeIfAbsent(
                parameter.types(),
                types -> task.candidates(parameter).stream()
                        .map(PddlObject::name)
                        .mapToInt(this::object)
                        .toArray());
    }

    /// The atom in PDDL's notation.
    String name(int predicate, int[] arguments) {
        return call(task.predicates().get(predicate).name(), arguments);
    }

    /// A name over objects in PDDL's notation, such as `(move a b)`.
    String call(String name, int[] arguments) {
        var words = new ArrayList<String>(List.of(name));
        words.addAll(objectNames(arguments));
        return "(" + String.join(" ", words) + ")";
    }
}
