package muster.probes.content;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// A query of values in a tree. Source: RFC 9535.
///
/// @param steps from the root on
record JsonPath(List<Step> steps) {
    /// More results are no answer to a question that people ask; also bounds what nested `..` cost.
    private static final int MOST = 100_000;

    /// From nodes to those that a selector picks.
    ///
    /// @param reach children only, or all that is below
    record Step(Reach reach, List<Selector> selectors) {
        Step {
            selectors = List.copyOf(selectors);
        }
    }

    /// How far a step reaches.
    enum Reach {
        CHILDREN,
        DESCENDANTS
    }

    /// Picks children of a node.
    sealed interface Selector {
        record Named(String name) implements Selector {}

        record All() implements Selector {}

        /// @param index from the end if negative
        record At(int index) implements Selector {}

        /// @param from inclusive, nothing for the first in the direction of the step
        /// @param to exclusive, nothing for beyond the last
        record Slice(
                @org.jspecify.annotations.Nullable Integer from,
                @org.jspecify.annotations.Nullable Integer to,
                int step)
                implements Selector {}

        record Where(JsonFilter filter) implements Selector {}
    }

    JsonPath {
        steps = List.copyOf(steps);
    }

    /// @throws IllegalArgumentException if the text is no query
    static JsonPath of(String text) {
        return new JsonPathText(text).read();
    }

    /// Whether it finds one node at most.
    boolean isSingular() {
        return steps.stream()
                .allMatch(step -> step.reach() == Reach.CHILDREN
                        && step.selectors().size() == 1
                        && (step.selectors().getFirst() instanceof Selector.Named
                                || step.selectors().getFirst() instanceof Selector.At));
    }

    /// @throws IllegalArgumentException if there are too many
    List<JsonNode> in(JsonNode root) {
        return from(root, root);
    }

    /// The same for a query inside a filter, which begins at the current node or at the root.
    List<JsonNode> from(JsonNode begin, JsonNode root) {
        var nodes = List.of(begin);
        for (var step : steps) {
            var reached = step.reach() == Reach.CHILDREN ? nodes : descendants(nodes);
            nodes = bounded(reached.stream().flatMap(node -> picked(step, node, root)));
        }
        return nodes;
    }

    private static Stream<JsonNode> picked(Step step, JsonNode node, JsonNode root) {
        return step.selectors().stream().flatMap(selector -> JsonSelection.picked(selector, node, root));
    }

    private static List<JsonNode> descendants(List<JsonNode> nodes) {
        var all = new ArrayList<JsonNode>();
        nodes.forEach(node -> collect(node, all));
        return all;
    }

    private static void collect(JsonNode node, List<JsonNode> all) {
        if (all.size() >= 10 * MOST) {
            throw tooMany();
        }
        all.add(node);
        node.valueStream().forEach(child -> collect(child, all));
    }

    private static List<JsonNode> bounded(Stream<JsonNode> nodes) {
        var list = nodes.limit(MOST + 1L).toList();
        if (list.size() > MOST) {
            throw tooMany();
        }
        return list;
    }

    private static IllegalArgumentException tooMany() {
        return new IllegalArgumentException("the query finds more than " + MOST + " values");
    }
}
