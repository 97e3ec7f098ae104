package muster.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Present;
import org.snakeyaml.engine.v2.api.lowlevel.Serialize;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.JsonSchema;

/// Lays maps, lists and scalars out as YAML: short lists and mappings on one line, everything else as blocks.
final class Layout {
    /// Longest text of a list or mapping that stays on one line.
    private static final int SHORT = 80;

    /// Text that every version of YAML reads as text without quotes.
    private static final Pattern PLAIN = Pattern.compile(
            "(?!(?i:y|n|yes|no|on|off|true|false|null)$)([A-Za-z][A-Za-z0-9_./+@-]*( [A-Za-z0-9_./+@(-][A-Za-z0-9_./+@()-]*)*"
                    + "|[0-9]+(ns|ms|[smhd])[0-9.smhdn]*|[0-9]+-[0-9]+|[a-z0-9][a-z0-9._-]*:[a-z0-9][a-z0-9._-]*[a-z_-])");

    private Layout() {}

    static String print(Object tree) {
        var settings = DumpSettings.builder()
                .setSchema(new JsonSchema())
                .setDefaultFlowStyle(FlowStyle.BLOCK)
                .setIndent(2)
                .setIndicatorIndent(2)
                .setIndentWithIndicator(true)
                .setSplitLines(false)
                .setWidth(Integer.MAX_VALUE)
                .setDereferenceAliases(true)
                .build();
        var events = new Serialize(settings).serializeOne(node(tree));
        return new Present(settings).emitToString(events.iterator());
    }

    private static Node node(Object tree) {
        return switch (tree) {
            case Map<?, ?> map -> mapping(map);
            case List<?> list -> sequence(list);
            case String text -> new ScalarNode(Tag.STR, text, style(text));
            case Integer number -> new ScalarNode(Tag.INT, number.toString(), ScalarStyle.PLAIN);
            case Long number -> new ScalarNode(Tag.INT, number.toString(), ScalarStyle.PLAIN);
            default -> new ScalarNode(numberTag(tree.toString()), tree.toString(), ScalarStyle.PLAIN);
        };
    }

    private static Tag numberTag(String text) {
        return text.matches("-?[0-9]+") ? Tag.INT : Tag.FLOAT;
    }

    private static Node mapping(Map<?, ?> map) {
        var tuples = new ArrayList<NodeTuple>();
        map.forEach((key, value) -> tuples.add(new NodeTuple(node(key), node(value))));
        var flow = !map.isEmpty()
                && map.size() <= 2
                && isShort(map.values())
                && map.toString().length() <= SHORT;
        return new MappingNode(Tag.MAP, tuples, flow || map.isEmpty() ? FlowStyle.FLOW : FlowStyle.BLOCK);
    }

    private static Node sequence(List<?> list) {
        var flow = isShort(list) && list.toString().length() <= SHORT;
        return new SequenceNode(
                Tag.SEQ, list.stream().map(Layout::node).toList(), flow ? FlowStyle.FLOW : FlowStyle.BLOCK);
    }

    private static boolean isShort(Iterable<?> values) {
        for (var value : values) {
            if (value instanceof Map
                    || value instanceof List
                    || value.toString().contains("\n")) {
                return false;
            }
        }
        return true;
    }

    private static ScalarStyle style(String text) {
        return PLAIN.matcher(text).matches() ? ScalarStyle.PLAIN : ScalarStyle.DOUBLE_QUOTED;
    }
}
