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
        var keys = Keys.of(value, says());
        if (keys == null) {
            return null;
        }
        keys.allow(fields.stream().map(Field::key).toList(), name);
        return read(value, keys);
    }

    private @Nullable R read(Value whole, Keys keys) {
        var entry = new Entry<R>();
        var complete = true;
        for (var field : fields) {
            var value = value(whole, keys, field);
            entry.put(field, value);
            complete &= value != null || !field.isRequired();
        }
        return complete ? make.apply(entry) : null;
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
        var required = fields.stream().filter(Field::isRequired).map(Field::key).toList();
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
