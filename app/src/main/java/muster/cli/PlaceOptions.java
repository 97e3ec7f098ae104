package muster.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import muster.desk.Call;
import muster.desk.Desk;
import muster.desk.Form;
import muster.desk.Shown;
import muster.http.RemoteDesk;
import muster.http.TokenSource;
import muster.wiring.Workspace;
import muster.wiring.desk.LocalDesk;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Where runs are: in a workspace of this machine or at a server; and how what they answer is printed.
final class PlaceOptions {
    /// The environment variable that names the server.
    private static final String VARIABLE = "MUSTER_SERVER";

    @Mixin
    private final WorkspaceOption workspace = new WorkspaceOption();

    @Option(
            names = "--server",
            paramLabel = "URL",
            description = "asks the server there instead of a workspace of this machine; default: MUSTER_SERVER")
    private @Nullable URI server;

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description =
                    "holds the token for the server, readable by you alone; default: the token is in MUSTER_TOKEN")
    private @Nullable Path tokenFile;

    @Option(names = "--json", description = "print the answer as JSON")
    private boolean json;

    /// The workspace of this machine.
    Workspace workspace() {
        return workspace.get();
    }

    /// The address of the server; null if it is asked here.
    @Nullable
    URI server(Console console) {
        var variable = console.environment().get(VARIABLE);
        return server == null && variable != null && !variable.isBlank() ? URI.create(variable.strip()) : server;
    }

    /// How answers are printed.
    Form form() {
        return json ? Form.JSON : Form.WORDS;
    }

    /// Asks, prints the answer and gives the exit code.
    int ask(Console console, Call call, InstantSource clock) throws IOException, InterruptedException {
        return print(console, desk(console, clock).ask(call, form()));
    }

    /// Asks in the workspace, by an engine that brings what is told.
    int ask(Console console, Call call, LocalDesk desk) throws IOException, InterruptedException {
        return print(console, desk.ask(call, form()));
    }

    /// Asks what is answered line by line, prints each as it comes and gives the exit code.
    int lines(Console console, Call call) throws IOException, InterruptedException {
        return print(console, desk(console, InstantSource.system()).lines(call, form(), console::data));
    }

    static int print(Console console, Shown shown) {
        shown.out().forEach(console::data);
        shown.err().forEach(console::say);
        return shown.exit();
    }

    /// Where it is asked.
    Desk desk(Console console, InstantSource clock) {
        var at = server(console);
        return at == null
                ? new LocalDesk(workspace.get(), clock)
                : new RemoteDesk(at, TokenSource.of(tokenFile, console.environment()));
    }
}
