package muster.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import muster.desk.Ending;
import muster.desk.Shown;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What came back from a server.
final class Received {
    private Received() {}

    /// @throws IOException if whoever answered is no server of runs
    static Shown read(URI server, HttpResponse<String> response) throws IOException {
        return read(server, response, response.body());
    }

    private static Shown read(URI server, HttpResponse<?> response, String body) throws IOException {
        var type = type(response);
        try {
            if (type.startsWith(TerminalForm.TYPE)) {
                return TerminalForm.read(body);
            }
            if (type.startsWith(ProblemDetails.TYPE)) {
                return problem(JsonMapper.shared().readTree(body));
            }
        } catch (JacksonException e) {
            throw new IOException(server + " answered with something unreadable", e);
        }
        throw new IOException(
                server + " does not answer as a server of runs does (status " + response.statusCode() + ")");
    }

    /// Gives the lines of an answer that is made of lines.
    ///
    /// @throws IOException if whoever answered is no server of runs, or the lines broke off
    static Shown lines(URI server, HttpResponse<Stream<String>> response, Consumer<String> line) throws IOException {
        try (var lines = response.body()) {
            if (!type(response).matches("(text/plain|application/jsonl).*")) {
                return read(server, response, lines.collect(Collectors.joining("\n")));
            }
            lines.forEach(line);
            return new Shown(Ending.YES.exit(), List.of(), List.of());
        } catch (UncheckedIOException e) {
            throw new IOException("the answer of " + server + " broke off\nMaybe ask again", e);
        }
    }

    private static String type(HttpResponse<?> response) {
        return response.headers().firstValue("Content-Type").orElse("");
    }

    private static Shown problem(JsonNode problem) {
        var listed =
                problem.path("problems").valueStream().map(JsonNode::asString).toList();
        var why = problem.path("detail").asString("");
        var exit = problem.path("exit").asInt(Ending.UNAVAILABLE.exit());
        return listed.isEmpty()
                ? shown(exit, why)
                : new Shown(
                        exit,
                        List.of(),
                        Stream.concat(listed.stream(), Stream.of(why)).toList());
    }

    static Shown usage(String why) {
        return shown(Ending.USAGE.exit(), why);
    }

    private static Shown shown(int exit, String why) {
        return new Shown(exit, List.of(), List.of("muster: " + why));
    }
}
