package muster.yaml;

import java.util.Map;

/// Profiles by name. They are applied before the plan is read, so that there is nothing left to read here.
record ProfilesForm() implements Form<Map<String, Object>> {

    @Override
    public Map<String, Object> read(Value value) {
        return Map.of();
    }

    @Override
    public Object write(Map<String, Object> value) {
        return value;
    }

    @Override
    public Map<String, Object> schema(Definitions definitions) {
        var text = Definitions.ordered("type", "string");
        var texts = Definitions.ordered("type", "array", "items", text);
        var keys = Definitions.ordered(
                "extends", text, "variables", new TableForm().schema(definitions), "without", texts);
        PlanForm.lists().forEach(list -> keys.put(list.key(), list.form().schema(definitions)));
        return Definitions.ordered(
                "type",
                "object",
                "additionalProperties",
                Definitions.ordered("type", "object", "additionalProperties", false, "properties", keys));
    }

    @Override
    public String says() {
        return "a mapping from names to `extends`, `variables`, `without` and the lists of a plan file";
    }
}
