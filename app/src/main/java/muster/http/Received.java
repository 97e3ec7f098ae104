package muster.http;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import muster.desk.Ending;
import muster.desk.Shown;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// What came back from a server.
final class Received {
    private Received() {}

    /// @throws IOException if whoever answered is no server of runs
    static Shown read(URI server, HttpResponse<String> response) throws IOException {
        var type = response.headers().firstValue("Content-Type").orElse("");
        try {
            if (type.startsWith(TerminalForm.TYPE)) {
                return TerminalForm.read(response.body());
            }
            if (type.startsWith(ProblemDetails.TYPE)) {
                var problem = JsonMapper.shared().readTree(response.body());
                return shown(
                        problem.path("exit").asInt(Ending.UNAVAILABLE.exit()),
                        problem.path("detail").asString());
            }
        } catch (JacksonException e) {
            throw new IOException(server + " answered with something unreadable", e);
        }
        throw new IOException(
                server + " does not answer as a server of runs does (status " + response.statusCode() + ")");
    }

    static Shown usage(String why) {
        return shown(Ending.USAGE.exit(), why);
    }

    private static Shown shown(int exit, String why) {
        return new Shown(exit, List.of(), List.of("muster: " + why));
    }
}
