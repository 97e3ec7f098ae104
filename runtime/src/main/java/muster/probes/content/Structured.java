package muster.probes.content;

import java.io.IOException;
import java.util.Locale;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A structured text, read as a tree.
public sealed interface Structured {

    /// The values of the text.
    record Tree(JsonNode root) implements Structured {}

    /// A text that cannot be read, or is refused because it would unfold beyond measure.
    record Broken(String why) implements Structured {}

    /// @param format `json`, `yaml`, `toml`, `properties` or `env`
    static Structured read(String format, String text) {
        try {
            return switch (format) {
                case "json" -> new Tree(JsonMapper.shared().readTree(text));
                case "yaml" -> YamlTree.read(text);
                case "toml" -> new Tree(StructuredTexts.TOML.readTree(text));
                case "properties" -> new Tree(StructuredTexts.properties(text));
                case "env" -> new Tree(StructuredTexts.environment(text));
                default ->
                    new Broken("the format '" + format + "' is unknown; json, yaml, xml, toml, properties and"
                            + " env are known");
            };
        } catch (JacksonException e) {
            return new Broken("it is no " + format.toUpperCase(Locale.ROOT) + ": " + StructuredTexts.why(e));
        } catch (IOException | IllegalArgumentException e) {
            return new Broken("it cannot be read as " + format + ": " + e.getMessage());
        }
    }
}
