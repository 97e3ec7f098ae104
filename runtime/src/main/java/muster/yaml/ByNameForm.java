package muster.yaml;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A mapping from names that the author chooses to something of one kind. Entries that are wrong are reported and
/// left out.
record ByNameForm<T>(Form<T> item) implements Form<SortedMap<String, T>> {

    @Override
    public @Nullable SortedMap<String, T> read(Value value) {
        var keys = Keys.of(value, this::says);
        if (keys == null) {
            return null;
        }
        var table = new TreeMap<String, T>();
        keys.all().forEach((key, each) -> {
            var one = item.read(each);
            if (one != null) {
                table.put(key, one);
            }
        });
        return table;
    }

    @Override
    public Object write(SortedMap<String, T> value) {
        var written = new TreeMap<String, Object>();
        value.forEach((key, one) -> written.put(key, item.write(one)));
        return written;
    }

    @Override
    public Map<String, Object> schema(Definitions definitions) {
        return Definitions.ordered("type", "object", "additionalProperties", item.schema(definitions));
    }

    @Override
    public String says() {
        return "a mapping from names, each " + item.says();
    }
}
