package muster.cli;

import java.sql.SQLException;
import java.util.Map;
import muster.packs.warehouse.sql.WarehouseAccess;
import muster.wiring.WarehouseCall;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The options that name the warehouse a command works on.
final class WarehouseOptions {

    @Mixin
    private final WorkspaceOption workspace = new WorkspaceOption();

    @Option(
            names = "--warehouse",
            paramLabel = "SPEC",
            description = "duckdb:FILE, FILE, postgresql://user@host/database?password-env=NAME, "
                    + "bigquery://project/dataset, or trino://user@host:port/catalog/schema?password-env=NAME; "
                    + "default: the workspace's warehouse.duckdb")
    private @Nullable String warehouse;

    /// @throws SQLException if there is none
    WarehouseAccess access(Map<String, String> environment) throws SQLException {
        return WarehouseCall.access(words(), environment);
    }

    /// The same, with an embedded engine in a process of its own.
    WarehouseAccess apart(Map<String, String> environment) throws SQLException {
        return WarehouseCall.apart(words(), environment);
    }

    /// The same, but a file that is not there is created.
    WarehouseAccess orNew(Map<String, String> environment) throws SQLException {
        return WarehouseCall.orNew(words(), environment);
    }

    private String words() {
        return warehouse == null ? workspace.get().warehouse().toString() : warehouse;
    }

    WorkspaceOption workspace() {
        return workspace;
    }
}
