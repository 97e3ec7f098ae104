package muster.probes.content;

import java.util.ArrayList;
import java.util.stream.Stream;
import muster.probes.content.JsonPath.Selector;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Which children of a node a selector picks.
final class JsonSelection {
    private JsonSelection() {}

    static Stream<JsonNode> picked(Selector selector, JsonNode node, JsonNode root) {
        return switch (selector) {
            case Selector.Named(String name) ->
                node.isObject() && node.has(name) ? Stream.of(node.get(name)) : Stream.of();
            case Selector.All _ -> node.valueStream();
            case Selector.At(int index) -> at(node, index);
            case Selector.Slice slice -> slice(slice, node);
            case Selector.Where(JsonFilter filter) -> node.valueStream().filter(child -> filter.holds(child, root));
        };
    }

    private static Stream<JsonNode> at(JsonNode node, int index) {
        int place = index < 0 ? node.size() + index : index;
        return node.isArray() && place >= 0 && place < node.size() ? Stream.of(node.get(place)) : Stream.of();
    }

    private static Stream<JsonNode> slice(Selector.Slice slice, JsonNode node) {
        int step = slice.step();
        if (!node.isArray() || step == 0) {
            return Stream.of();
        }
        int size = node.size();
        var picked = new ArrayList<JsonNode>();
        if (step > 0) {
            int end = Math.min(bound(slice.to(), size, size), size);
            for (long i = Math.max(bound(slice.from(), 0, size), 0); i < end; i += step) {
                picked.add(node.get((int) i));
            }
        } else {
            int end = Math.max(bound(slice.to(), -1 - size, size), -1);
            for (long i = Math.min(bound(slice.from(), size - 1, size), size - 1); i > end; i += step) {
                picked.add(node.get((int) i));
            }
        }
        return picked.stream();
    }

    /// Counted from the end if negative.
    private static int bound(@Nullable Integer wanted, int otherwise, int size) {
        int value = wanted == null ? otherwise : wanted;
        return value < 0 ? size + value : value;
    }
}
