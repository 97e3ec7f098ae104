package muster.yaml;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import muster.plan.NearMiss;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.schema.JsonSchema;

/// Fills in `${name}`; `$${` stands for `${`. What is filled in is text and nothing more: it is not looked through
/// again.
final class Filling {
    private static final Pattern VARIABLE = Pattern.compile("\\$\\$\\{|\\$\\{([A-Za-z][A-Za-z0-9_.-]{0,60})}");

    private final Map<String, String> variables;
    private final Reading reading;
    private final IdentityHashMap<Node, Node> filled = new IdentityHashMap<>();

    Filling(Map<String, String> variables, Reading reading) {
        this.variables = variables;
        this.reading = reading;
    }

    /// A node that aliases repeat is filled in once, and stays one. One that holds itself stands in itself as it
    /// was; the reader refuses it.
    Node in(Node node) {
        var known = filled.get(node);
        if (known != null) {
            return known;
        }
        filled.put(node, node);
        var made = made(node);
        filled.put(node, made);
        return made;
    }

    private Node made(Node node) {
        return switch (node) {
            case ScalarNode scalar -> filled(scalar);
            case SequenceNode list ->
                new SequenceNode(
                        list.getTag(),
                        true,
                        list.getValue().stream().map(this::in).toList(),
                        list.getFlowStyle(),
                        list.getStartMark(),
                        list.getEndMark());
            case MappingNode mapping -> {
                var tuples = new ArrayList<NodeTuple>();
                mapping.getValue()
                        .forEach(tuple -> tuples.add(new NodeTuple(tuple.getKeyNode(), in(tuple.getValueNode()))));
                yield Choosing.with(mapping, tuples);
            }
            default -> node;
        };
    }

    private Node filled(ScalarNode scalar) {
        var match = VARIABLE.matcher(scalar.getValue());
        var text = new StringBuilder();
        int end = 0;
        while (match.find()) {
            text.append(scalar.getValue(), end, match.start());
            text.append(match.group(1) == null ? "${" : value(match.group(1), scalar));
            end = match.end();
        }
        if (end == 0) {
            return scalar;
        }
        var whole = text.append(scalar.getValue().substring(end)).toString();
        boolean plain = scalar.getScalarStyle() == ScalarStyle.PLAIN;
        var tag = plain ? new JsonSchema().getScalarResolver().resolve(whole, true) : scalar.getTag();
        return new ScalarNode(tag, true, whole, scalar.getScalarStyle(), scalar.getStartMark(), scalar.getEndMark());
    }

    private String value(String name, ScalarNode at) {
        var value = variables.get(name);
        if (value == null) {
            var near = NearMiss.hint(name, variables.keySet());
            new Value("a variable", at, reading)
                    .wrong(
                            "there is no variable '" + name + "'",
                            near == null ? "Maybe it is given by --var " + name + "=..., or $${ is meant" : near);
        }
        return value == null ? "" : value;
    }
}
