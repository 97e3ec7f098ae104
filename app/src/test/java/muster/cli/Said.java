package muster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What one call of the command line answered. No call may show a stack trace.
record Said(int exit, String out, String err) {
    static {
        System.setProperty(ShownTimeConverter.PROPERTY, "true");
    }

    static Said to(Object... arguments) {
        return in(Map.of(), arguments);
    }

    /// In an environment that has these variables too.
    static Said in(Map<String, String> variables, Object... arguments) {
        var environment = new HashMap<>(variables);
        environment.putAll(Map.of("NO_COLOR", "1", "CI", "1"));
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var asked = arguments.length == 0 ? "" : arguments[0].toString();
        var line = Muster.commandLine(new Console(stream(out), stream(err), environment), asked);
        var exit =
                line.execute(List.of(arguments).stream().map(Object::toString).toArray(String[]::new));
        var said = new Said(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
        assertThat(said.out + said.err).doesNotContain("\tat ");
        return said;
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    /// The one JSON document on standard output; its first field names its schema.
    JsonNode json(String schema) {
        var document = JsonMapper.shared().readTree(out);
        var first = document.properties().iterator().next();
        assertThat(first.getKey()).isEqualTo("schema");
        assertThat(first.getValue().asString()).isEqualTo(schema);
        return document;
    }

    /// The report, whose keys are sorted.
    JsonNode report() {
        var document = JsonMapper.shared().readTree(out);
        assertThat(document.get("schema").asString()).isEqualTo("muster.report/2");
        return document;
    }

    Said exits(Exit expected) {
        assertThat(exit).as("exit code; standard error: %s", err).isEqualTo(expected.code());
        return this;
    }

    /// Refused with an explanation, and without a word on standard output.
    Said refuses(Exit expected, String... explanation) {
        exits(expected);
        assertThat(out).isEmpty();
        for (var part : explanation) {
            assertThat(err).contains(part);
        }
        return this;
    }
}
