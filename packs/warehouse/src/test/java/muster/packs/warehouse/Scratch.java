package muster.packs.warehouse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import muster.pack.Pack;
import muster.packs.warehouse.generate.Adversary;
import muster.packs.warehouse.generate.GenerationRequest;
import muster.packs.warehouse.generate.WarehouseGenerator;
import muster.packs.warehouse.naming.NamingStandard;
import muster.packs.warehouse.sql.Catalog;
import muster.packs.warehouse.sql.DuckDbFile;
import muster.packs.warehouse.sql.Session;
import muster.packs.warehouse.sql.WarehouseAccess;
import muster.plan.TaskId;
import muster.run.ActionCall;
import muster.run.ActionResult;

/// A warehouse in a folder that a test may ruin.
public record Scratch(Path folder, WarehouseAccess access) {
    public static final Instant NOW = Instant.parse("2025-12-14T09:00:00Z");

    private static final NamingStandard STANDARD = NamingStandard.m008();
    private static final String FILE = "scratch.duckdb";

    /// A file without tables.
    public static Scratch empty(Path folder) {
        return new Scratch(folder, new DuckDbFile(folder.resolve(FILE)));
    }

    /// A file with generated tables.
    public static Scratch with(Path folder, List<String> tables) throws Exception {
        return with(folder, tables, Map.of());
    }

    public static Scratch with(Path folder, List<String> tables, Map<String, Adversary> adversaries) throws Exception {
        var file = folder.resolve(FILE);
        var request = new GenerationRequest(Schemas.of(tables), 24, 1, adversaries);
        WarehouseGenerator.generate(file, request, (share, what) -> {});
        return new Scratch(folder, new DuckDbFile(file));
    }

    /// The same tables in a file of their own.
    public Scratch copy() throws IOException {
        var file = Files.createTempFile(folder, "copy", ".duckdb");
        Files.copy(folder.resolve(FILE), file, StandardCopyOption.REPLACE_EXISTING);
        return new Scratch(folder, new DuckDbFile(file));
    }

    public ActionResult perform(String action, String... arguments) throws InterruptedException {
        return performAs("run-1", action, arguments);
    }

    public ActionResult performAs(String key, String action, String... arguments) throws InterruptedException {
        return performBy(access, key, action, arguments);
    }

    /// Performs an action over another way into the same warehouse.
    public ActionResult performBy(WarehouseAccess way, String key, String action, String... arguments)
            throws InterruptedException {
        return perform(WarehousePack.pack(way, setting()), key, action, named(arguments));
    }

    /// Performs an action, takes everything back, and tells the statements.
    public ActionResult rehearse(List<String> told, String action, String... arguments) throws InterruptedException {
        return perform(WarehousePack.rehearsal(access, setting(), told::add), "run-1", action, named(arguments));
    }

    private static TreeMap<String, String> named(String... arguments) {
        var map = new TreeMap<String, String>();
        Arrays.stream(arguments).forEach(each -> map.put(each.split("=", 2)[0], each.split("=", 2)[1]));
        return map;
    }

    private static ActionResult perform(Pack pack, String key, String action, TreeMap<String, String> arguments)
            throws InterruptedException {
        var call = new ActionCall(new TaskId("task"), key, 1, arguments, (share, what) -> {});
        return java.util.Objects.requireNonNull(pack.actions().get("warehouse." + action), action)
                .perform(call);
    }

    private WarehousePack.Setting setting() {
        return new WarehousePack.Setting(STANDARD, InstantSource.fixed(NOW), folder);
    }

    public Catalog catalog() throws SQLException {
        try (var session = Session.open(access)) {
            return Catalog.read(session);
        }
    }

    public void execute(String... statements) throws SQLException {
        try (var session = Session.open(access)) {
            for (var each : statements) {
                session.execute(each);
            }
        }
    }

    /// The rows of a query, the values of each joined by a bar.
    public List<String> rows(String query) throws SQLException {
        try (var session = Session.open(access)) {
            return session.query(query).stream()
                    .map(row -> String.join(
                            "|", row.values().stream().map(String::valueOf).toList()))
                    .toList();
        }
    }

    /// Figures of a result that must have succeeded.
    public static Map<String, String> figures(ActionResult result) {
        return switch (result) {
            case ActionResult.Succeeded(var outputs) -> outputs;
            case ActionResult.Failed(var why) -> throw new AssertionError(why);
            case ActionResult.NeedsDecision(var questions) -> throw new AssertionError(questions);
        };
    }
}
