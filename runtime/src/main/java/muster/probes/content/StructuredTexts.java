package muster.probes.content;

import java.io.IOException;
import java.io.StringReader;
import java.util.Properties;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.toml.TomlMapper;

/// Texts that are flat lists of names and values.
final class StructuredTexts {
    static final TomlMapper TOML = new TomlMapper();

    private static final Pattern VARIABLE =
            Pattern.compile("\\s*+(?:export\\s++)?([A-Za-z_][A-Za-z0-9_.]*+)\\s*+=(.*+)");

    private StructuredTexts() {}

    static ObjectNode properties(String text) throws IOException {
        var properties = new Properties();
        properties.load(new StringReader(text));
        var root = JsonNodeFactory.instance.objectNode();
        properties.stringPropertyNames().stream()
                .sorted()
                .forEach(name -> root.put(name, properties.getProperty(name)));
        return root;
    }

    /// Nothing in the values is replaced or executed.
    static ObjectNode environment(String text) {
        var root = JsonNodeFactory.instance.objectNode();
        text.lines().map(VARIABLE::matcher).forEach(match -> {
            if (match.matches()) {
                root.put(match.group(1), unquoted(match.group(2).strip()));
            }
        });
        return root;
    }

    private static String unquoted(String value) {
        boolean quoted = value.length() > 1
                && (value.startsWith("\"") || value.startsWith("'"))
                && value.charAt(0) == value.charAt(value.length() - 1);
        return quoted ? value.substring(1, value.length() - 1) : value.replaceFirst("\\s++#.*+$", "");
    }

    /// What is wrong and where, without the text itself, which may hold secrets.
    static String why(JacksonException e) {
        var place = e.getLocation();
        var first = String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse("");
        return "line " + (place == null ? 1 : Math.max(1, place.getLineNr())) + ": "
                + first.substring(0, Math.min(first.length(), 160));
    }
}
