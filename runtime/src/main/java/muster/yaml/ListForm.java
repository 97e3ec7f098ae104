package muster.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/// A list. Items that are wrong are reported and left out, so that the others are still checked.
///
/// @param least fewest items
record ListForm<T>(Form<T> item, int least) implements Form<List<T>> {

    static <T> ListForm<T> of(Form<T> item) {
        return new ListForm<>(item, 0);
    }

    @Override
    public @Nullable List<T> read(Value value) {
        if (value.node() instanceof TakenList taken) {
            value.reading().names().refer(taken.references());
            return value.reading().spend(1 + taken.count(), value) ? taken.items() : null;
        }
        if (!(value.node() instanceof SequenceNode sequence)) {
            value.unexpected(says());
            return null;
        }
        var items = sequence.getValue();
        if (!value.reading().spend(1 + items.size(), value)) {
            return null;
        }
        if (items.size() < least) {
            value.wrong(value.label() + " must not be empty", null);
            return null;
        }
        var read = new ArrayList<T>(items.size());
        for (var node : items) {
            var one = item.read(new Value(value.label(), node, value.reading()));
            if (one != null) {
                read.add(one);
            }
        }
        return List.copyOf(read);
    }

    @Override
    public Object write(List<T> value) {
        return value.stream().map(item::write).toList();
    }

    @Override
    public Map<String, Object> schema(Definitions definitions) {
        var schema = new LinkedHashMap<String, Object>();
        schema.put("type", "array");
        if (least > 0) {
            schema.put("minItems", least);
        }
        schema.put("items", item.schema(definitions));
        return schema;
    }

    @Override
    public String says() {
        return "a list, each item " + item.says();
    }
}
