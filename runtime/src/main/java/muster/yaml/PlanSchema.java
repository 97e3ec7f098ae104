package muster.yaml;

import java.util.LinkedHashMap;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.json.JsonMapper;

/// The JSON Schema (2020-12) of a plan file, for editors and other programs. It takes exactly the files that
/// [PlanReader] takes, apart from what a schema cannot say: ids that are declared, dates that exist, order of ranges,
/// nothing that waits for itself.
public final class PlanSchema {
    /// A name, not an address: nothing is ever fetched from it.
    static final String ID = "https://muster.dev/schema/plan-1.json";

    private PlanSchema() {}

    /// The schema as JSON.
    public static String text() {
        var definitions = new Definitions();
        var root = PlanForm.PLAN.schema(definitions);
        var schema = new LinkedHashMap<String, Object>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("$id", ID);
        schema.put("title", "Muster plan file");
        schema.putAll(root);
        schema.put("$defs", definitions.all());
        var indent = new DefaultIndenter("  ", "\n");
        var printer = new DefaultPrettyPrinter().withObjectIndenter(indent).withArrayIndenter(indent);
        return JsonMapper.builder()
                        .defaultPrettyPrinter(printer)
                        .build()
                        .writerWithDefaultPrettyPrinter()
                        .writeValueAsString(schema)
                + "\n";
    }
}
