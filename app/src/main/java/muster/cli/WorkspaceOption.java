package muster.cli;

import java.nio.file.Path;
import muster.wiring.Workspace;
import picocli.CommandLine.Option;

/// The option that names the workspace a command works in.
final class WorkspaceOption {

    @Option(names = "--workspace", paramLabel = "DIR", description = "the workspace; default: this folder")
    private Path folder = Path.of(".");

    Workspace get() {
        return new Workspace(folder.toAbsolutePath().normalize());
    }
}
