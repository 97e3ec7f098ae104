package muster.yaml;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/// Lays an included file over the file that includes it: lists are joined; where an expectation, a phase, a task, a
/// gate, a risk or an agent with the same id is there already, the keys given replace its keys.
final class Overlay {
    static final Set<String> LAID_OVER = Set.of("agents", "expectations", "gates", "phases", "risks", "tasks");

    private final Reading reading;

    Overlay(Reading reading) {
        this.reading = reading;
    }

    MappingNode lay(MappingNode base, MappingNode over) {
        var entries = over.getValue().stream().filter(this::mayBeIncluded).toList();
        return with(base, merged(base.getValue(), entries, this::join));
    }

    private boolean mayBeIncluded(NodeTuple tuple) {
        return switch (text(tuple.getKeyNode())) {
            case PlanForm.INCLUDE_KEY -> false;
            case PlanForm.VERSION_KEY -> {
                PlanForm.VERSION_FORM.read(new Value(PlanForm.VERSION_KEY, tuple.getValueNode(), reading));
                yield false;
            }
            case PlanForm.HEADER_KEY -> {
                new Value("key", tuple.getKeyNode(), reading)
                        .wrong("the key 'plan' stands only in the file that is not included", null);
                yield false;
            }
            case null, default -> true;
        };
    }

    /// How two values of one key become one.
    private interface Join {
        Node join(String key, Node base, Node over);
    }

    /// Keys that stand twice in what is laid over are kept, for the reader to report.
    private static List<NodeTuple> merged(List<NodeTuple> base, List<NodeTuple> over, Join join) {
        var merged = new ArrayList<>(base);
        var places = new HashMap<String, Integer>();
        for (var i = base.size() - 1; i >= 0; i--) {
            places.put(String.valueOf(text(base.get(i).getKeyNode())), i);
        }
        for (var tuple : over) {
            var key = String.valueOf(text(tuple.getKeyNode()));
            var place = places.remove(key);
            if (place == null) {
                merged.add(tuple);
            } else {
                var value = join.join(key, base.get(place).getValueNode(), tuple.getValueNode());
                merged.set(place, new NodeTuple(tuple.getKeyNode(), value));
            }
        }
        return merged;
    }

    private Node join(String key, Node base, Node over) {
        if (!(over instanceof SequenceNode more)) {
            new Value(key, over, reading).unexpected("a list");
            return base;
        }
        return base instanceof SequenceNode list ? joined(key, list, more) : base;
    }

    private SequenceNode joined(String key, SequenceNode base, SequenceNode over) {
        var items = new ArrayList<>(base.getValue());
        var known = LAID_OVER.contains(key) ? byId(base) : Map.<String, Integer>of();
        var seen = new HashSet<String>();
        for (var item : over.getValue()) {
            var id = id(item);
            var place = id != null && seen.add(id) ? known.get(id) : null;
            if (place == null) {
                items.add(item);
            } else {
                items.set(place, entry((MappingNode) items.get(place), (MappingNode) item));
            }
        }
        return new SequenceNode(
                base.getTag(), true, items, base.getFlowStyle(), base.getStartMark(), base.getEndMark());
    }

    private MappingNode entry(MappingNode base, MappingNode over) {
        return with(
                base,
                merged(
                        base.getValue(),
                        over.getValue(),
                        (key, old, given) -> LAID_OVER.contains(key) ? join(key, old, given) : given));
    }

    private static MappingNode with(MappingNode base, List<NodeTuple> entries) {
        return new MappingNode(Tag.MAP, true, entries, base.getFlowStyle(), base.getStartMark(), base.getEndMark());
    }

    private static Map<String, Integer> byId(SequenceNode list) {
        var places = new LinkedHashMap<String, Integer>();
        for (var i = 0; i < list.getValue().size(); i++) {
            var id = id(list.getValue().get(i));
            if (id != null) {
                places.putIfAbsent(id, i);
            }
        }
        return places;
    }

    private static @Nullable String id(Node item) {
        if (!(item instanceof MappingNode mapping)) {
            return null;
        }
        return mapping.getValue().stream()
                .filter(tuple -> "id".equals(text(tuple.getKeyNode())))
                .map(tuple -> text(tuple.getValueNode()))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String text(Node node) {
        return node instanceof ScalarNode scalar ? scalar.getValue() : null;
    }
}
