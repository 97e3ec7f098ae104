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

    /// Most keys of a mapping that stays on one line.
    private static final int FEW = 3;

    /// Text that every version of YAML reads as text without quotes; the library still quotes it where a comma or a
    /// bracket would end it.
    private static final Pattern PLAIN = Pattern.compile(
            "(?!(?i:y|n|yes|no|on|off|true|false|null)$)(?!.*(: | #|[: ]$))(\\p{L}[\\p{L}\\p{N}\\p{P}\\p{Sm}\\p{Sc}"
                    + " ]*|[0-9]+(ns|ms|[smhd])[0-9.smhdn]*|[0-9]+-[0-9]+|[0-9.]+ [A-Z]{3})");

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
            case String text -> text(text.replace("${", "$${"));
            case Integer number -> new ScalarNode(Tag.INT, number.toString(), ScalarStyle.PLAIN);
            case Long number -> new ScalarNode(Tag.INT, number.toString(), ScalarStyle.PLAIN);
            default -> new ScalarNode(numberTag(tree.toString()), tree.toString(), ScalarStyle.PLAIN);
        };
    }

    /// What looks like a variable to be filled in is written so that it is none.
    private static Node text(String text) {
        return new ScalarNode(Tag.STR, text, style(text));
    }

    private static Tag numberTag(String text) {
        return text.matches("-?[0-9]+") ? Tag.INT : Tag.FLOAT;
    }

    private static Node mapping(Map<?, ?> map) {
        var tuples = new ArrayList<NodeTuple>();
        map.forEach((key, value) -> tuples.add(new NodeTuple(text(key.toString()), node(value))));
        return new MappingNode(Tag.MAP, tuples, fitsOneLine(map) ? FlowStyle.FLOW : FlowStyle.BLOCK);
    }

    private static Node sequence(List<?> list) {
        return new SequenceNode(
                Tag.SEQ, list.stream().map(Layout::node).toList(), isShort(list) ? FlowStyle.FLOW : FlowStyle.BLOCK);
    }

    /// Small parts of entries, but no entries of their own: those line up below each other.
    private static boolean fitsOneLine(Map<?, ?> map) {
        return map.size() <= FEW
                && !map.containsKey("id")
                && map.toString().length() <= SHORT
                && map.values().stream()
                        .allMatch(value -> isScalar(value) || (value instanceof List<?> list && isShort(list)));
    }

    private static boolean isShort(List<?> list) {
        return list.toString().length() <= SHORT && list.stream().allMatch(Layout::isScalar);
    }

    private static boolean isScalar(Object value) {
        return !(value instanceof Map)
                && !(value instanceof List)
                && !value.toString().contains("\n");
    }

    private static ScalarStyle style(String text) {
        return PLAIN.matcher(text).matches() ? ScalarStyle.PLAIN : ScalarStyle.DOUBLE_QUOTED;
    }
}
