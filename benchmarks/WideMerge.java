import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import muster.packs.training.TrainingPack;
import muster.packs.warehouse.sql.DuckDbFile;
import muster.plan.TaskId;
import muster.run.ActionCall;
import muster.run.ActionResult;

/// One part of the benchmark: `inputs`, `ours`, `tree` or `compare`. Prints wall time, processor time and the most
/// memory that the process held.
public final class WideMerge {
    /// As many joins as the engine still plans in reasonable time.
    private static final int GROUP = 25;

    /// DuckDB 1.5 does not end the last join within 4 GB.
    private static final String TREE_LIMIT = "10GB";

    private final Path folder;

    private WideMerge(Path folder) {
        this.folder = folder;
    }

    public static void main(String... words) throws Exception {
        var bench = new WideMerge(Path.of(words[0]));
        long begin = System.nanoTime();
        switch (words[1]) {
            case "inputs" ->
                bench.inputs(Integer.parseInt(words[2]), Integer.parseInt(words[3]), Integer.parseInt(words[4]));
            case "ours" -> bench.ours();
            case "tree" -> bench.tree();
            default -> bench.compare();
        }
        var cpu =
                ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis() / 1000.0;
        System.out.printf(
                "%-8s %7.1f s, %7.1f CPU-s, peak %s%n", words[1], (System.nanoTime() - begin) / 1e9, cpu, peak());
    }

    private static String peak() throws Exception {
        var line = Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(each -> each.startsWith("VmHWM"))
                .findFirst()
                .orElseThrow();
        return Long.parseLong(line.replaceAll("\\D", "")) / 1024 + " MB";
    }

    /// Each file has its rows in another order and lacks the first 0 to 99.
    private void inputs(int files, int rows, int columns) throws Exception {
        Files.createDirectories(folder.resolve("in"));
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.createStatement()) {
            for (int file = 0; file <= files; file++) {
                var names = new ArrayList<String>();
                for (int column = 0; column < (file == 0 ? 7 : columns); column++) {
                    names.add("(hash(i, %d) %% 1000003) / 997.0 AS %s%d_%d"
                            .formatted(file * 100 + column, file == 0 ? "y" : "f", file, column));
                }
                write(
                        statement,
                        "SELECT TIMESTAMP '2025-01-01' + i * INTERVAL '1' MINUTE AS interval_time, %s FROM range(%d, %d) r(i) ORDER BY hash(i, %d)"
                                .formatted(String.join(", ", names), file == 0 ? 0 : file % 100, rows, file),
                        file(file));
            }
        }
    }

    private void ours() throws Exception {
        var arguments = new TreeMap<String, String>();
        arguments.put("files", "in");
        arguments.put("spine", "in/0000.parquet");
        arguments.put("out", "ours.parquet");
        var call = new ActionCall(new TaskId("merge"), "merge", 1, arguments, (share, what) -> {});
        var result = TrainingPack.pack(DuckDbFile::inMemory, folder)
                .actions()
                .get("warehouse.merge")
                .perform(call);
        if (!(result instanceof ActionResult.Succeeded)) {
            throw new IllegalStateException(result.toString());
        }
        System.out.println(result);
    }

    /// Groups of left joins, then a join of the groups. A wide one may need more memory than it is given: that is said.
    private void tree() throws Exception {
        try {
            joinGroups();
        } catch (SQLException e) {
            Files.deleteIfExists(folder.resolve("tree.parquet"));
            System.out.println("the tree of joins did not end: " + e.getMessage().lines().findFirst().orElse(""));
        }
    }

    private void joinGroups() throws Exception {
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.createStatement();
                var listed = Files.list(folder.resolve("in"))) {
            statement.execute("SET threads = 2");
            statement.execute("SET memory_limit = '" + TREE_LIMIT + "'");
            statement.execute("SET temp_directory = '" + folder.resolve("spill") + "'");
            var files = listed.sorted().toList();
            var groups = new ArrayList<Path>();
            for (int from = 1; from < files.size(); from += GROUP) {
                var group = folder.resolve("group" + groups.size() + ".parquet");
                write(
                        statement,
                        joined(
                                files.getFirst(),
                                files.subList(from, Math.min(files.size(), from + GROUP)),
                                "s.interval_time"),
                        group);
                groups.add(group);
            }
            var begun = folder.resolve("tree.part");
            write(statement, joined(files.getFirst(), groups, "s.*"), begun);
            Files.move(begun, folder.resolve("tree.parquet"));
        }
    }

    private static String joined(Path spine, List<Path> files, String kept) {
        var columns = new StringBuilder();
        var joins = new StringBuilder();
        for (int i = 0; i < files.size(); i++) {
            columns.append(", t").append(i).append(".* EXCLUDE (interval_time)");
            joins.append(" LEFT JOIN '%s' t%d ON t%d.interval_time = s.interval_time".formatted(files.get(i), i, i));
        }
        return "SELECT %s%s FROM '%s' s%s ORDER BY s.interval_time".formatted(kept, columns, spine, joins);
    }

    private void compare() throws Exception {
        if (!Files.exists(folder.resolve("tree.parquet"))) {
            return;
        }
        try (var connection = DriverManager.getConnection("jdbc:duckdb:");
                var statement = connection.createStatement()) {
            System.out.println("columns equal: "
                    + columns(statement, "ours.parquet").equals(columns(statement, "tree.parquet")));
            System.out.println(
                    "rows that differ in the first and last columns: "
                            + text(
                                    statement,
                                    "SELECT count(*) FROM (SELECT interval_time, y0_6, f1_0, f2_1 FROM '%1$s/ours.parquet' EXCEPT ALL SELECT interval_time, y0_6, f1_0, f2_1 FROM '%1$s/tree.parquet')"));
        }
    }

    private List<String> columns(Statement statement, String file) throws SQLException {
        var names = new ArrayList<String>();
        try (var result = statement.executeQuery("FROM '%s' LIMIT 0".formatted(folder.resolve(file)))) {
            var described = result.getMetaData();
            for (int column = 1; column <= described.getColumnCount(); column++) {
                names.add(described.getColumnName(column));
            }
        }
        return names;
    }

    private String text(Statement statement, String query) throws SQLException {
        try (var result = statement.executeQuery(query.formatted(folder))) {
            result.next();
            return result.getString(1);
        }
    }

    private Path file(int number) {
        return folder.resolve("in").resolve("%04d.parquet".formatted(number));
    }

    private static void write(Statement statement, String query, Path file) throws SQLException {
        statement.execute("COPY (%s) TO '%s' (FORMAT parquet, ROW_GROUP_SIZE 122880)".formatted(query, file));
    }
}
