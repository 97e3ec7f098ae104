package muster.yaml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import muster.plan.Problem;
import org.jspecify.annotations.Nullable;

/// A mapping with known keys. A wrong value under an optional key is reported and then counts as left out, so that
/// everything else in the entry is still checked.
///
/// @param name what the entry is called, such as `task`
record EntryForm<R>(String name, List<Field<R, ?>> fields, Function<Entry<R>, R> make) implements Form<R> {
    EntryForm {
        fields = List.copyOf(fields);
    }

    @Override
    public @Nullable R read(Value value) {
        var entry = entry(value);
        return entry == null || !entry.has(required()) ? null : make.apply(entry);
    }

    /// What could be read, even if a required key is missing; null if the value is not a mapping.
    @Nullable
    Entry<R> entry(Value value) {
        var keys = Keys.of(value, this::says);
        if (keys == null) {
            return null;
        }
        keys.allow(fields.stream().map(Field::key).toList(), name);
        var entry = new Entry<R>();
        fields.forEach(field -> entry.put(field, value(value, keys, field)));
        return entry;
    }

    private List<Field<R, ?>> required() {
        return fields.stream().filter(Field::isRequired).toList();
    }

    private @Nullable Object value(Value whole, Keys keys, Field<R, ?> field) {
        var value = keys.get(field.key());
        if (value == null && field.isRequired()) {
            whole.reading().add(Problem.at(whole.place(), name + " needs the key '" + field.key() + "'"));
        }
        var read = value == null ? null : field.form().read(value);
        return read == null ? field.standard() : read;
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
