package muster.wiring;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import muster.pack.Pack;
import muster.packs.bigquery.BigQueryAccess;
import muster.packs.training.TrainingPack;
import muster.packs.trino.TrinoAccess;
import muster.packs.warehouse.WarehousePack;
import muster.packs.warehouse.change.Decision;
import muster.packs.warehouse.change.OpenDecisions;
import muster.packs.warehouse.child.ChildDuckDb;
import muster.packs.warehouse.naming.NamingStandard;
import muster.packs.warehouse.sql.DuckDbFile;
import muster.packs.warehouse.sql.Session;
import muster.packs.warehouse.sql.WarehouseAccess;
import muster.plan.TaskId;
import muster.probes.data.Access;
import muster.probes.data.Connected;
import muster.probes.data.Connections;
import muster.run.ActionCall;
import muster.run.ActionResult;
import org.jspecify.annotations.Nullable;

/// An action of the warehouse pack, performed for a person: the same code that a run performs for a plan.
///
/// @param access the warehouse
/// @param folder files named by arguments lie below it
public record WarehouseCall(WarehouseAccess access, NamingStandard standard, Path folder) {
    private static final TaskId BY_HAND = new TaskId("by-hand");
    private static final String DUCKDB = "duckdb:";
    private static final String POSTGRES = "postgres";

    /// The client of BigQuery is loaded only when its scheme is named.
    private static final String BIGQUERY = "bigquery://";

    /// The way into a warehouse that an operator named.
    ///
    /// @param words `duckdb:/path` or a path, `postgresql://user@host/database?password-env=NAME`,
    /// `trino://user@host:port/catalog/schema?password-env=NAME`, or `bigquery://project/dataset`
    /// @throws SQLException if the words name none, or the file is not there
    public static WarehouseAccess access(String words, Map<String, String> environment) throws SQLException {
        var file = file(words);
        if (file != null && !Files.exists(file)) {
            throw new SQLException("no warehouse at " + file);
        }
        return orNew(words, environment);
    }

    /// The same for statements that may overwhelm an embedded engine: a process of its own opens the file, so
    /// that only that one can end.
    public static WarehouseAccess apart(String words, Map<String, String> environment) throws SQLException {
        return access(words, environment) instanceof DuckDbFile(Path file)
                ? new ChildDuckDb(file)
                : access(words, environment);
    }

    /// The same, but a file that is not there is created.
    public static WarehouseAccess orNew(String words, Map<String, String> environment) throws SQLException {
        if (words.startsWith(BIGQUERY)) {
            return BigQueryAccess.of(words);
        }
        if (TrinoAccess.isNamedBy(words)) {
            return TrinoAccess.of(words, environment);
        }
        if (words.startsWith(POSTGRES)) {
            return switch (new Connections(environment).opener(words, Access.SCRATCH)) {
                case Connected.Ready(var opener, var _) -> new PostgresWarehouse(opener);
                case Connected.Refused(var problem) -> throw new SQLException(problem);
            };
        }
        return new DuckDbFile(Objects.requireNonNull(file(words)));
    }

    /// Null if the words name a server.
    private static @Nullable Path file(String words) {
        return words.startsWith(POSTGRES) || words.startsWith(BIGQUERY) || TrinoAccess.isNamedBy(words)
                ? null
                : Path.of(words.startsWith(DUCKDB) ? words.substring(DUCKDB.length()) : words);
    }

    /// Performs it. With the same key it does what is left of an earlier attempt. An argument that is wrong
    /// is thrown as a WrongArgument, a wrong file as a WrongFile, and a limit that would be crossed as OverBudget.
    public ActionResult perform(WarehouseRequest request, InstantSource clock, Progress progress)
            throws InterruptedException {
        var setting = new WarehousePack.Setting(standard, clock, folder);
        var name = "warehouse." + request.action();
        var action = packs(request.mode(), setting)
                .flatMap(pack -> Stream.ofNullable(pack.actions().get(name)))
                .findFirst()
                .orElse(null);
        if (action == null) {
            return new ActionResult.Failed("there is no action " + request.action());
        }
        var stage = "warehouse " + request.action();
        return action.perform(new ActionCall(
                BY_HAND, request.key(), 1, request.arguments(), (share, what) -> progress.at(stage, share, what)));
    }

    private Stream<Pack> packs(WarehouseMode mode, WarehousePack.Setting setting) {
        return switch (mode) {
            case WarehouseMode.Real() ->
                Stream.of(WarehousePack.byHand(access, setting), TrainingPack.byHand(access, folder, setting.clock()));
            case WarehouseMode.Rehearsal(var told) ->
                Stream.of(WarehousePack.rehearsal(access, setting, told), TrainingPack.rehearsal(access, folder, told));
        };
    }

    /// What waits for a person since a change of this key.
    public List<Decision> decisions(String key) throws SQLException {
        try (var session = Session.open(access)) {
            return new OpenDecisions(session, key).all();
        }
    }
}
