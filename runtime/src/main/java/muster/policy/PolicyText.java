package muster.policy;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import muster.plan.Location;
import muster.plan.Problem;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/// The YAML of a policy as written rules; whatever is wrong with its shape becomes a problem.
record PolicyText(String file, List<Problem> problems) {
    private static final Set<String> KEYS = Set.of("id", "when", "decision", "message");

    List<WrittenRule> rules(String text) {
        return compose(text)
                .flatMap(root ->
                        Optional.ofNullable(entries(root, Set.of("rules")).get("rules")))
                .map(this::sequence)
                .orElseGet(() -> {
                    complain(new Location(file, 1, 1), "a policy is a map with a list of rules");
                    return List.of();
                });
    }

    private Optional<Node> compose(String text) {
        try {
            return new Compose(LoadSettings.builder()
                            .setLabel(file)
                            .setUseMarks(true)
                            .build())
                    .composeString(text);
        } catch (MarkedYamlEngineException e) {
            complain(e.getProblemMark().map(this::place).orElse(new Location(file, 1, 1)), e.getProblem());
            return Optional.empty();
        } catch (YamlEngineException e) {
            complain(new Location(file, 1, 1), String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private List<WrittenRule> sequence(Node node) {
        if (!(node instanceof SequenceNode sequence)) {
            complain(place(node), "rules must be a list");
            return List.of();
        }
        var rules = sequence.getValue().stream().flatMap(this::rule).toList();
        var seen = new HashSet<String>();
        rules.stream()
                .map(WrittenRule::id)
                .filter(id -> !seen.add(id.text()))
                .forEach(id -> complain(id.at(), "the rule '" + id.text() + "' is there twice"));
        return rules;
    }

    private Stream<WrittenRule> rule(Node node) {
        var parts = new HashMap<String, Placed>();
        entries(node, KEYS).forEach((key, value) -> scalar(value).ifPresent(text -> parts.put(key, text)));
        var id = parts.get("id");
        var when = parts.get("when");
        var decision = parts.get("decision");
        var message = parts.get("message");
        if (id == null || when == null || decision == null || message == null) {
            complain(place(node), "a rule needs id, when, decision and message, each a text");
            return Stream.empty();
        }
        return Stream.of(new WrittenRule(id, when, decision, message));
    }

    private Map<String, Node> entries(Node node, Set<String> known) {
        var entries = new HashMap<String, Node>();
        if (node instanceof MappingNode mapping) {
            mapping.getValue().forEach(tuple -> enter(tuple, known, entries));
        }
        return entries;
    }

    private void enter(NodeTuple tuple, Set<String> known, Map<String, Node> entries) {
        var key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
        if (!known.contains(key)) {
            complain(place(tuple.getKeyNode()), "unknown key '" + key + "'");
        } else if (entries.put(key, tuple.getValueNode()) != null) {
            complain(place(tuple.getKeyNode()), "the key '" + key + "' is there twice");
        }
    }

    /// The text of a scalar, placed at its first character, inside quotes if it has some.
    private Optional<Placed> scalar(Node node) {
        if (!(node instanceof ScalarNode scalar)) {
            return Optional.empty();
        }
        var at = place(node);
        var text = new Placed(scalar.getValue(), at);
        var style = scalar.getScalarStyle();
        var quoted = style == ScalarStyle.SINGLE_QUOTED || style == ScalarStyle.DOUBLE_QUOTED;
        return Optional.of(quoted ? new Placed(scalar.getValue(), text.after(0, 1)) : text);
    }

    private Location place(Node node) {
        return node.getStartMark().map(this::place).orElse(new Location(file, 1, 1));
    }

    private Location place(Mark mark) {
        return new Location(file, mark.getLine() + 1, mark.getColumn() + 1);
    }

    private void complain(Location at, String message) {
        problems.add(Problem.at(at, message));
    }
}
