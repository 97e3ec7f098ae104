package muster.yaml;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import muster.plan.NearMiss;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/// The keys of a mapping, each once.
final class Keys {
    private final Map<String, Value> values = new LinkedHashMap<>();
    private final Map<String, Value> keys = new LinkedHashMap<>();

    /// The keys of the value, or null once it has been reported that it is not a mapping.
    static @Nullable Keys of(Value value, Supplier<String> expected) {
        if (!(value.node() instanceof MappingNode mapping)) {
            value.unexpected(expected.get());
            return null;
        }
        return value.reading().spend(1 + mapping.getValue().size(), value) ? of(mapping, value.reading()) : null;
    }

    /// The keys of a mapping that has been counted; what stands there twice or is no text is reported.
    static Keys of(MappingNode mapping, Reading reading) {
        var keys = new Keys();
        mapping.getValue().forEach(tuple -> keys.add(tuple, reading));
        return keys;
    }

    private void add(NodeTuple tuple, Reading reading) {
        var at = new Value("key", tuple.getKeyNode(), reading);
        if (!(tuple.getKeyNode() instanceof ScalarNode scalar)) {
            at.unexpected("text");
            return;
        }
        var key = scalar.getValue();
        var first = keys.putIfAbsent(key, at);
        if (first == null) {
            values.put(key, new Value(key, tuple.getValueNode(), reading));
        } else {
            at.wrong("key '" + Value.quote(key) + "' stands here twice, first at " + first.place(), null);
        }
    }

    @Nullable
    Value get(String key) {
        return values.get(key);
    }

    Map<String, Value> all() {
        return values;
    }

    /// Reports every key that is not among the known ones.
    void allow(Collection<String> known, String owner) {
        keys.forEach((key, at) -> {
            if (!known.contains(key)) {
                at.wrong("unknown key '" + Value.quote(key) + "' in " + owner, NearMiss.hint(key, known));
            }
        });
    }
}
