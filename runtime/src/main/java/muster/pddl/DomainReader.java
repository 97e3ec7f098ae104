package muster.pddl;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import muster.pddl.Node.Group;
import muster.pddl.Node.Word;
import muster.plan.NearMiss;
import org.jspecify.annotations.Nullable;

/// Reads the action schemas of a domain.
final class DomainReader {
    private static final Set<String> PARTS = Set.of(":parameters", ":precondition", ":effect");

    private final Vocabulary words;
    private final Complaints complaints;

    DomainReader(Vocabulary words, Complaints complaints) {
        this.words = words;
        this.complaints = complaints;
    }

    List<Schema> schemas(Sections sections) {
        var names = new HashSet<String>();
        return sections.named(":action").stream()
                .map(this::schema)
                .flatMap(Stream::ofNullable)
                .filter(schema -> isNew(schema, names))
                .toList();
    }

    private boolean isNew(Schema schema, Set<String> names) {
        boolean isNew = names.add(schema.name());
        if (!isNew) {
            complaints.add(schema.at(), "a second action '" + Complaints.shown(schema.name()) + "'", null);
        }
        return isNew;
    }

    private @Nullable Schema schema(Group section) {
        if (section.rest().isEmpty() || !(section.items().get(1) instanceof Word name)) {
            complaints.add(section, "an action needs a name");
            return null;
        }
        var parts = parts(section.rest().subList(1, section.rest().size()));
        var nothing = new Group(List.of(), section.line(), section.column());
        var conditions = new ConditionReader(words, complaints);
        var parameters = conditions.variables(parts.getOrDefault(":parameters", nothing));
        var scope = Scope.of(parameters);
        var effects = new EffectReader(words, complaints);
        return new Schema(
                name.text(),
                parameters,
                conditions.read(parts.getOrDefault(":precondition", nothing), scope),
                effects.read(parts.getOrDefault(":effect", nothing), scope),
                effects.cost(),
                complaints.at(section));
    }

    private Map<String, Node> parts(List<Node> nodes) {
        var parts = new HashMap<String, Node>();
        for (int next = 0; next < nodes.size(); next += 2) {
            var key = nodes.get(next);
            if (!(key instanceof Word word && PARTS.contains(word.text()))) {
                wrongPart(key);
            } else if (next + 1 == nodes.size()) {
                complaints.add(key, key.shown() + " has nothing after it");
            } else if (parts.put(word.text(), nodes.get(next + 1)) != null) {
                complaints.add(key, "a second " + word.text());
            }
        }
        return parts;
    }

    private void wrongPart(Node key) {
        if (Objects.equals(key.shown(), ":vars")) {
            complaints.unsupported(key, "variables of an action beside its parameters (:vars)");
        } else {
            complaints.add(
                    key,
                    "an action has :parameters, :precondition and :effect, got " + key.shown(),
                    NearMiss.hint(key.shown(), PARTS.stream().sorted().toList()));
        }
    }
}
