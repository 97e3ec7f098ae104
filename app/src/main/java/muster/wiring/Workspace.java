package muster.wiring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import muster.sandbox.Trust;
import muster.storage.SnapshotFolder;

/// The folder that a plan is audited and run in, and where its parts lie.
///
/// @param root absolute
/// @param means what audits in it may use
/// @param store where its journal is
public record Workspace(Path root, Means means, JournalPlace store) {

    /// A workspace with the journal in a file of its own.
    public Workspace(Path root, Means means) {
        this(root, means, new JournalPlace.InFile(root.resolve(".muster").resolve("muster.db")));
    }

    /// A workspace in which the project's scripts run in the sandbox and nothing is connected.
    public Workspace(Path root) {
        this(root, Means.of(Trust.SANDBOXED));
    }

    /// The plan file.
    public Path plan() {
        return root.resolve("muster.yaml");
    }

    /// The file of the journal, unless it is in a database.
    public Path journal() {
        return own().resolve("muster.db");
    }

    /// Snapshots of its runs, which may be deleted at any time.
    public SnapshotFolder snapshots() {
        return new SnapshotFolder(own().resolve("snapshots"));
    }

    /// What Muster itself keeps here.
    public Path own() {
        return root.resolve(".muster");
    }

    /// The embedded warehouse.
    public Path warehouse() {
        return root.resolve("warehouse.duckdb");
    }

    /// Removes a folder and all in it, if it is there.
    public static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var walk = Files.walk(folder)) {
            for (var path : walk.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
