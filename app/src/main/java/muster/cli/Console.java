package muster.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import muster.plan.Problem;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Where a command talks: data to standard output, everything else to standard error.
record Console(PrintStream out, PrintStream err, Map<String, String> environment) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build();

    static Console ofProcess() {
        return new Console(System.out, System.err, System.getenv());
    }

    /// True if a person is watching: progress may rewrite its line.
    boolean interactive() {
        var terminal = Optional.ofNullable(System.console()).filter(java.io.Console::isTerminal);
        return terminal.isPresent() && !environment.containsKey("CI");
    }

    boolean colours() {
        var forced = environment.containsKey("CLICOLOR_FORCE");
        var refused = environment.containsKey("NO_COLOR") || "dumb".equals(environment.get("TERM"));
        return forced || (interactive() && !refused);
    }

    void say(String line) {
        err.println(Visible.of(line));
    }

    void data(String line) {
        out.println(Visible.of(line));
    }

    /// Prints a JSON document with its schema name as the first field, piece by piece: a list that is made while it is
    /// read takes no memory.
    void json(String schema, ObjectNode fields) {
        var document = JSON.createObjectNode().put("schema", schema);
        document.setAll(fields);
        JSON.writeValue(out, document);
        out.println();
    }

    ObjectNode object() {
        return JSON.createObjectNode();
    }

    Exit refuse(List<Problem> problems) {
        problems.forEach(problem -> say(problem.toString()));
        say(problems.size() == 1 ? "1 problem" : problems.size() + " problems");
        return Exit.INVALID;
    }

    Exit refuse(Exit exit, String message) {
        say("muster: " + message);
        return exit;
    }
}
