package muster.cli;

import java.nio.file.Path;
import muster.sandbox.Trust;
import muster.storage.PostgresAddress;
import muster.wiring.JournalPlace;
import muster.wiring.Means;
import muster.wiring.Workspace;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The option that names the workspace a command works in.
final class WorkspaceOption {

    @Option(names = "--workspace", paramLabel = "DIR", description = "the workspace; default: this folder")
    private Path folder = Path.of(".");

    @Option(
            names = "--store",
            paramLabel = "ADDRESS",
            converter = StoreConverter.class,
            description = "the database that holds the journal: postgresql://user@host/database?password-env=NAME;"
                    + " default: MUSTER_STORE, the workspace's file .muster/store, or a file of its own")
    private @Nullable PostgresAddress store;

    Workspace get() {
        var root = folder.toAbsolutePath().normalize();
        return new Workspace(root, Means.of(Trust.SANDBOXED), JournalPlace.of(root, store, System.getenv()));
    }
}
