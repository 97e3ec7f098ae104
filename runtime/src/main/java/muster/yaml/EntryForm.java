package muster.yaml;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import muster.plan.Problem;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/// A mapping with known keys. A wrong value under an optional key is reported and then counts as left out, so that
/// everything else in the entry is still checked.
final class EntryForm<R> implements Form<R> {
    private final String name;
    private final List<Field<R, ?>> fields;
    private final Function<Entry<R>, R> make;
    private final Map<String, Integer> byKey = new HashMap<>();

    /// @param name what the entry is called, such as `task`
    EntryForm(String name, List<Field<R, ?>> fields, Function<Entry<R>, R> make) {
        this.name = name;
        this.fields = List.copyOf(fields);
        this.make = make;
        for (var field : fields) {
            byKey.put(field.key(), byKey.size());
        }
    }

    String name() {
        return name;
    }

    List<Field<R, ?>> fields() {
        return fields;
    }

    Function<Entry<R>, R> make() {
        return make;
    }

    @Override
    public @Nullable R read(Value value) {
        var entry = entry(value);
        return entry == null || !isWhole(entry) ? null : make.apply(entry);
    }

    private boolean isWhole(Entry<R> entry) {
        for (int place = 0; place < fields.size(); place++) {
            if (fields.get(place).isRequired() && !entry.has(place)) {
                return false;
            }
        }
        return true;
    }

    /// What could be read, even if a required key is missing; null if the value is not a mapping.
    @Nullable
    Entry<R> entry(Value value) {
        if (!(value.node() instanceof MappingNode mapping)) {
            value.unexpected(says());
            return null;
        }
        if (!value.reading().spend(1 + mapping.getValue().size(), value)) {
            return null;
        }
        var nodes = byPlace(mapping, value.reading());
        var entry = new Entry<R>(fields);
        for (int place = 0; place < nodes.length; place++) {
            entry.put(place, read(value, fields.get(place), nodes[place]));
        }
        return entry;
    }

    /// The values by the places of their fields; keys that are unknown, stand there twice or are no texts are
    /// reported.
    private @Nullable Node[] byPlace(MappingNode mapping, Reading reading) {
        var nodes = new @Nullable Node[fields.size()];
        for (var tuple : mapping.getValue()) {
            var place = tuple.getKeyNode() instanceof ScalarNode key ? byKey.get(key.getValue()) : null;
            if (place == null || nodes[place] != null) {
                Keys.of(mapping, reading).allow(keys(), name);
                return firstOfEach(mapping);
            }
            nodes[place] = tuple.getValueNode();
        }
        return nodes;
    }

    private @Nullable Node[] firstOfEach(MappingNode mapping) {
        var nodes = new @Nullable Node[fields.size()];
        for (var tuple : mapping.getValue()) {
            var place = tuple.getKeyNode() instanceof ScalarNode key ? byKey.get(key.getValue()) : null;
            if (place != null && nodes[place] == null) {
                nodes[place] = tuple.getValueNode();
            }
        }
        return nodes;
    }

    private List<String> keys() {
        return fields.stream().map(Field::key).toList();
    }

    private @Nullable Object read(Value whole, Field<R, ?> field, @Nullable Node node) {
        if (node == null && field.isRequired()) {
            whole.reading().add(Problem.at(whole.place(), name + " needs the key '" + field.key() + "'"));
        }
        var read = node == null ? null : field.form().read(new Value(field.key(), node, whole.reading()));
        return read == null ? field.standard() : read;
    }

    private List<Field<R, ?>> required() {
        return fields.stream().filter(Field::isRequired).toList();
    }

    @Override
    public Object write(R whole) {
        var written = new LinkedHashMap<String, Object>();
        for (var field : fields) {
            var value = field.from().apply(whole);
            if (value != null && (field.isRequired() || !Objects.equals(value, field.standard()))) {
                written.put(field.key(), field.write(value));
            }
        }
        return written;
    }

    @Override
    public Map<String, Object> schema(Definitions definitions) {
        return definitions.refer(name.replace(' ', '-'), () -> mapping(definitions));
    }

    private Map<String, Object> mapping(Definitions definitions) {
        var properties = new LinkedHashMap<String, Object>();
        for (var field : fields) {
            var described = new LinkedHashMap<String, Object>();
            described.put("description", field.says());
            described.putAll(field.form().schema(definitions));
            properties.put(field.key(), described);
        }
        var schema = new LinkedHashMap<String, Object>();
        schema.put("type", "object");
        schema.put("additionalProperties", false);
        var required = required().stream().map(Field::key).toList();
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
        schema.put("properties", properties);
        return schema;
    }

    @Override
    public String says() {
        return "a mapping (" + name + ")";
    }
}
