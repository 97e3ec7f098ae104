package muster.yaml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import muster.plan.NearMiss;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/// Expectations that are `like` another take over every key that they do not state.
final class Inheritance {
    private static final String LIKE = "like";

    private final Map<String, MappingNode> byId = new HashMap<>();
    private final Reading reading;

    private Inheritance(Reading reading) {
        this.reading = reading;
    }

    static Node of(Node expectations, Reading reading) {
        if (!(expectations instanceof SequenceNode list)) {
            return expectations;
        }
        var inheritance = new Inheritance(reading);
        for (var item : list.getValue()) {
            if (item instanceof MappingNode mapping) {
                inheritance.byId.putIfAbsent(Choosing.id(item), mapping);
            }
        }
        var items = list.getValue().stream().map(inheritance::whole).toList();
        return new SequenceNode(
                list.getTag(), true, items, list.getFlowStyle(), list.getStartMark(), list.getEndMark());
    }

    /// True for an expectation that is like another.
    static boolean isHeir(Node expectation) {
        return like(expectation) != null;
    }

    private Node whole(Node item) {
        var seen = new LinkedHashSet<String>();
        var whole = item;
        var like = like(whole);
        while (whole instanceof MappingNode mapping && like != null) {
            whole = over(mapping, like, seen);
            like = like(whole);
        }
        return whole;
    }

    private static @Nullable Node like(Node item) {
        return item instanceof MappingNode mapping ? Choosing.child(mapping, LIKE) : null;
    }

    private Node over(MappingNode mapping, Node like, Set<String> seen) {
        var value = new Value(LIKE, like, reading);
        var name = String.valueOf(Choosing.text(like));
        var parent = byId.get(name);
        var own = Choosing.without(mapping, Set.of(LIKE));
        if (parent == null) {
            value.wrong("there is no expectation '" + Value.quote(name) + "'", NearMiss.hint(name, byId.keySet()));
            return own;
        }
        if (name.equals(Choosing.id(mapping)) || !seen.add(name)) {
            value.wrong("expectations are like each other in a circle, by way of '" + Value.quote(name) + "'", null);
            return own;
        }
        var tuples = new ArrayList<>(own.getValue());
        parent.getValue().stream()
                .filter(tuple -> Choosing.child(own, String.valueOf(Choosing.text(tuple.getKeyNode()))) == null)
                .forEach(tuples::add);
        return Choosing.with(mapping, tuples);
    }
}
