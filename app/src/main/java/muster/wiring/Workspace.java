package muster.wiring;

import java.nio.file.Path;

/// The folder that a plan is audited and run in, and where its parts lie.
///
/// @param root absolute
public record Workspace(Path root) {

    /// The plan file.
    public Path plan() {
        return root.resolve("muster.yaml");
    }

    /// The journal.
    public Path journal() {
        return own().resolve("muster.db");
    }

    /// What Muster itself keeps here.
    public Path own() {
        return root.resolve(".muster");
    }

    /// The embedded warehouse.
    public Path warehouse() {
        return root.resolve("warehouse.duckdb");
    }
}
