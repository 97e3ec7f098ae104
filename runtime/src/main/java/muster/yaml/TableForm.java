package muster.yaml;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A mapping from names that the author chooses to words.
record TableForm() implements Form<SortedMap<String, String>> {

    @Override
    public @Nullable SortedMap<String, String> read(Value value) {
        var keys = Keys.of(value, this::says);
        if (keys == null) {
            return null;
        }
        var table = new TreeMap<String, String>();
        keys.all().forEach((key, each) -> {
            var word = TextForm.WORD.read(each);
            if (word != null) {
                table.put(key, word);
            }
        });
        return table;
    }

    @Override
    public Object write(SortedMap<String, String> value) {
        return value;
    }

    @Override
    public Map<String, Object> schema(Definitions definitions) {
        return Definitions.ordered("type", "object", "additionalProperties", TextForm.WORD.schema(definitions));
    }

    @Override
    public String says() {
        return "a mapping from names to text";
    }
}
