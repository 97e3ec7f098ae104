package muster.packs.training;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import muster.pack.Pack;
import muster.packs.warehouse.sql.DuckDbFile;
import muster.packs.warehouse.sql.Session;
import muster.packs.warehouse.sql.WarehouseAccess;
import muster.plan.TaskId;
import muster.run.ActionCall;
import muster.run.ActionResult;

/// A folder in which a test works, and an engine for what it needs to prepare and look at.
public record Desk(Path folder, WarehouseAccess access) {

    public static Desk of(Path folder) {
        return new Desk(folder, DuckDbFile::inMemory);
    }

    public ActionResult perform(String action, String... arguments) throws InterruptedException {
        return perform(TrainingPack.pack(access, folder), action, arguments);
    }

    public ActionResult rehearse(List<String> told, String action, String... arguments) throws InterruptedException {
        return perform(TrainingPack.rehearsal(access, folder, told::add), action, arguments);
    }

    private static ActionResult perform(Pack pack, String action, String... arguments) throws InterruptedException {
        var map = new TreeMap<String, String>();
        Arrays.stream(arguments).forEach(each -> map.put(each.split("=", 2)[0], each.split("=", 2)[1]));
        var call = new ActionCall(new TaskId("task"), "key", 1, map, (share, what) -> {});
        return pack.actions().get("warehouse." + action).perform(call);
    }

    /// Figures of a result that must have succeeded.
    public Map<String, String> figures(String action, String... arguments) throws InterruptedException {
        return switch (perform(action, arguments)) {
            case ActionResult.Succeeded(var outputs) -> outputs;
            case ActionResult.Failed(var why) -> throw new AssertionError(why);
            case ActionResult.NeedsDecision(var questions) -> throw new AssertionError(questions);
        };
    }

    /// Why an action that must have failed did.
    public String refusal(String action, String... arguments) throws InterruptedException {
        return switch (perform(action, arguments)) {
            case ActionResult.Failed(var why) -> why;
            case ActionResult.Succeeded(var outputs) -> throw new AssertionError(outputs);
            case ActionResult.NeedsDecision(var questions) -> throw new AssertionError(questions);
        };
    }

    public void execute(String... statements) throws SQLException {
        try (var session = Session.open(access)) {
            for (var each : statements) {
                session.execute(each);
            }
        }
    }

    /// Writes the rows of a query to a Parquet file.
    public void file(String name, String query) throws Exception {
        var file = folder.resolve(name);
        java.nio.file.Files.createDirectories(file.getParent());
        execute("COPY (%s) TO '%s' (FORMAT parquet, ROW_GROUP_SIZE 122880)".formatted(query, file));
    }

    /// The rows of a query, the values of each joined by a bar; `@name` is a file of the folder.
    public List<String> rows(String query) throws SQLException {
        try (var session = Session.open(access)) {
            return session.query(query.replaceAll("@([\\w./]+)", "(FROM read_parquet('" + folder + "/$1'))")).stream()
                    .map(row -> String.join(
                            "|", row.values().stream().map(String::valueOf).toList()))
                    .toList();
        }
    }
}
