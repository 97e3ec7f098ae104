import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;
import muster.packs.warehouse.WarehousePack;
import muster.packs.warehouse.naming.NamingStandard;
import muster.packs.warehouse.naming.Target;
import muster.packs.warehouse.naming.Verdict;
import muster.packs.warehouse.sql.Catalog;
import muster.packs.warehouse.sql.DuckDbFile;
import muster.packs.warehouse.sql.Session;
import muster.packs.warehouse.sql.WarehouseAccess;
import muster.plan.TaskId;
import muster.run.ActionCall;
import muster.run.ActionResult;

/// The remediation of the m008 warehouse against what a user would write: renames with views, checks and
/// journal against the bare loop, undo, consolidation against the join alone, checksums against EXCEPT both
/// ways, and all of it on 5,817 tables. Wall and CPU seconds of this process; medians of interleaved rounds.
/// The bare loop (`a`, `d`) renames and does nothing else; the loop that leaves the same names and views
/// behind (`a2`, `d2`) is beside it.
///
/// Arguments: names file, part (`rename`, `consolidate`, `whole`, `kill`), rounds, rows of a table (`rename`)
/// or of a lag table, and a PostgreSQL JDBC address or `-`. The part `kill`: see [WarehouseKills].
final class Warehouse {
    private static final NamingStandard STANDARD = NamingStandard.m008();
    private static final Path FOLDER = folder();

    /// What the renames are measured for.
    private static final List<Measured.Ratio> RATIOS = List.of(
            new Measured.Ratio("bare loop / muster", "a", "c"),
            new Measured.Ratio("loop that does the same / muster", "a2", "c"),
            new Measured.Ratio("undo: bare loop / muster", "d", "e"),
            new Measured.Ratio("undo: loop that does the same / muster", "d2", "e"),
            new Measured.Ratio("rows of a journal: bare batches with / without them", "b2", "b"),
            new Measured.Ratio("muster / bare batches", "c", "b"));

    private final WarehouseAccess access;
    private final List<String> names;
    private final WarehouseTables tables;

    Warehouse(WarehouseAccess access, List<String> names) {
        this.access = access;
        this.names = names;
        this.tables = new WarehouseTables(access);
    }

    public static void main(String[] arguments) throws Exception {
        if (arguments[1].equals("child")) {
            WarehouseKills.child(arguments);
            return;
        }
        var names = Files.readAllLines(Path.of(arguments[0])).stream().skip(1).toList();
        int rounds = Integer.parseInt(arguments[2]);
        int rows = Integer.parseInt(arguments[3]);
        var postgres = arguments[4];
        if (arguments[1].equals("kill")) {
            kill(names, rounds, rows);
            return;
        }
        for (var engine : postgres.equals("-") ? List.of("duckdb") : List.of("duckdb", "postgres")) {
            var measured = new Measured();
            var flushes = new ArrayList<Double>();
            for (int round = 0; round < rounds; round++) {
                flushes.add(Flush.median(FOLDER));
                WarehouseAccess access = engine.equals("duckdb") ? fresh() : schema(postgres, round);
                // One connection is held, so that no measurement has the opening of the file or its last checkpoint.
                try (var _ = access.open()) {
                    var warehouse = new Warehouse(access, names);
                    if (arguments[1].equals("rename")) {
                        warehouse.tables.create(
                                wanted(names).stream().map(Verdict::table).toList(), rows);
                    }
                    warehouse.part(arguments[1], measured, rows);
                }
            }
            System.out.println(
                    "== " + engine + ", " + arguments[1] + ", " + rounds + " rounds: median wall s, median CPU s");
            flushes.add(Flush.median(FOLDER));
            System.out.println(flushTime(engine, flushes));
            measured.print(arguments[1].equals("rename") ? RATIOS : List.of());
        }
    }

    /// Without it the ratio of a loop of commits to anything else says little.
    private static String flushTime(String engine, List<Double> flushes) {
        var added = System.getenv().getOrDefault("FLUSH_MS", "0");
        return String.format(
                Locale.ROOT,
                "a flush: %.2f to %.2f ms%s%s",
                Collections.min(flushes),
                Collections.max(flushes),
                added.equals("0") ? "" : "; " + added + " ms of it ADDED to each flush: not the figures of this disk",
                engine.equals("duckdb") ? "" : " in this process; the engine flushes in its own");
    }

    private void part(String part, Measured measured, int rows) throws Exception {
        switch (part) {
            case "rename" -> rename(measured);
            case "consolidate" -> consolidate(measured, rows);
            case "whole" -> whole(measured, rows);
            default -> throw new IllegalArgumentException(part);
        }
    }

    private void rename(Measured measured) throws Exception {
        var wanted = wanted(names);
        try (var session = Session.open(access)) {
            timed(measured, "a. loop: " + wanted.size() + " renames, autocommit", () -> {
                for (var each : wanted) {
                    session.execute("ALTER TABLE " + each.table() + " RENAME TO " + target(each));
                }
            });
            timed(measured, "d. loop: undo, autocommit", () -> {
                for (var each : wanted) {
                    session.execute("ALTER TABLE " + target(each) + " RENAME TO " + each.table());
                }
            });
            timed(measured, "a2. loop that does the same: rename and view, autocommit", () -> {
                for (var each : wanted) {
                    session.execute("ALTER TABLE " + each.table() + " RENAME TO " + target(each));
                    session.execute("CREATE VIEW " + each.table() + " AS SELECT * FROM " + target(each));
                }
            });
            timed(measured, "d2. loop: undo of that, autocommit", () -> {
                for (var each : wanted) {
                    session.execute("DROP VIEW " + each.table());
                    session.execute("ALTER TABLE " + target(each) + " RENAME TO " + each.table());
                }
            });
            timed(
                    measured,
                    "b. bare batches of 100: rename and view, no checks, no journal",
                    () -> bare(session, wanted, Journalled.NO));
            back(session, wanted);
            session.execute(
                    "CREATE TABLE way_back(seq BIGINT, old VARCHAR, new VARCHAR, rows BIGINT, columns VARCHAR)");
            session.execute("CREATE TABLE view_of(view VARCHAR, name VARCHAR, expires TIMESTAMPTZ)");
            timed(
                    measured,
                    "b2. the same batches with the rows that a journal writes",
                    () -> bare(session, wanted, Journalled.YES));
            back(session, wanted);
            session.execute("DROP TABLE way_back");
            session.execute("DROP TABLE view_of");
        }
        timed(measured, "c. muster: renames, views, checks, journal", () -> perform("r", "rename", "family=cov"));
        timed(measured, "e. muster: undo of renames and views, verified", () -> perform("u", "rollback", "of=r"));
    }

    /// Each begins with an empty write-ahead log: else the checkpoint that DuckDB makes when it holds 16 MB falls to
    /// whoever comes then.
    private void timed(Measured measured, String what, Measured.Work work) throws Exception {
        if (access instanceof DuckDbFile) {
            try (var session = Session.open(access)) {
                session.execute("CHECKPOINT");
            }
        }
        measured.time(what, work);
    }

    private static void kill(List<String> names, int rounds, int seed) throws Exception {
        var cov = wanted(names).stream().map(Verdict::table).limit(400).toList();
        var lag = names.stream()
                .filter(each -> each.matches("lag_(idx_|bqx_)?eurusd_.*"))
                .toList();
        new WarehouseKills(FOLDER, seed).run(cov, lag, rounds);
    }

    private static List<Verdict> wanted(List<String> names) {
        return STANDARD.judge(names).stream()
                .filter(each -> each.category().equals("cov") && !each.compliant())
                .toList();
    }

    WarehouseTables tables() {
        return tables;
    }

    /// How many tables have a view under their old name.
    int changed() throws SQLException {
        try (var session = Session.open(access)) {
            return Catalog.read(session).views().size();
        }
    }

    /// Names, kinds, and a hash of the rows, of all that is not the pack's own.
    List<String> state() throws SQLException {
        var state = new ArrayList<String>();
        try (var session = Session.open(access)) {
            for (var each : Catalog.read(session).relations().entrySet()) {
                if (!each.getKey().startsWith("_muster_")) {
                    state.add(each.getValue() + " " + each.getKey() + " "
                            + session.one("SELECT count(*), bit_xor(hash(t)), sum(hash(t)::HUGEINT) FROM "
                                            + each.getKey() + " AS t")
                                    .values());
                }
            }
        }
        return state;
    }

    private enum Journalled {
        YES,
        NO
    }

    private static void bare(Session session, List<Verdict> wanted, Journalled journalled) throws SQLException {
        for (int from = 0; from < wanted.size(); from += 100) {
            var batch = wanted.subList(from, Math.min(wanted.size(), from + 100));
            var statements = new ArrayList<String>();
            for (var each : batch) {
                statements.add("ALTER TABLE " + each.table() + " RENAME TO " + target(each));
                statements.add("CREATE VIEW " + each.table() + " AS SELECT * FROM " + target(each));
            }
            if (journalled == Journalled.YES) {
                statements.add(batch.stream()
                        .map(each -> "(1, '%s', '%s', 1000, '0123456789abcdef0123456789abcdef')"
                                .formatted(each.table(), target(each)))
                        .collect(Collectors.joining(", ", "INSERT INTO way_back VALUES ", "")));
                statements.add(batch.stream()
                        .map(each -> "('%s', '%s', TIMESTAMPTZ '2026-01-01T00:00:00Z')"
                                .formatted(each.table(), target(each)))
                        .collect(Collectors.joining(", ", "INSERT INTO view_of VALUES ", "")));
            }
            session.executeTogether(statements);
        }
    }

    private static void back(Session session, List<Verdict> wanted) throws SQLException {
        for (int from = 0; from < wanted.size(); from += 100) {
            var statements = new ArrayList<String>();
            for (var each : wanted.subList(from, Math.min(wanted.size(), from + 100))) {
                statements.add("DROP VIEW " + each.table());
                statements.add("ALTER TABLE " + target(each) + " RENAME TO " + each.table());
            }
            session.executeTogether(statements);
        }
    }

    private void consolidate(Measured measured, int rows) throws Exception {
        var lag = names.stream().filter(each -> each.startsWith("lag_")).toList();
        tables.createLags(lag, rows);
        try (var session = Session.open(access)) {
            measured.time("a. join alone: 112 tables to 56", () -> {
                for (var name :
                        lag.stream().filter(each -> each.endsWith("_w45")).toList()) {
                    session.execute(
                            "CREATE TABLE j_%1$s AS SELECT * FROM %1$s FULL OUTER JOIN %2$s USING (interval_time) ORDER BY interval_time"
                                    .formatted(name, name.replace("_w45", "_w90")));
                }
            });
            for (var name : lag.stream().filter(each -> each.endsWith("_w45")).toList()) {
                session.execute("DROP TABLE j_" + name);
            }
        }
        measured.time("b. muster: 224 to 56 with copies proved, checks, journal, pilot", this::consolidateAll);
        checksums(measured);
        measured.time("e. muster: undo of the consolidation", () -> perform("u", "rollback", "of=c"));
    }

    /// Five groups, their acceptance, and the rest.
    private void consolidateAll() throws Exception {
        perform("c", "consolidate", "groups=pilot");
        perform("p", "pilot", "by=bench");
        perform("c", "consolidate");
    }

    private void checksums(Measured measured) throws Exception {
        var table = "_muster_kept_lag_idx_eurusd_w45";
        try (var session = Session.open(access)) {
            var columns = List.of("x1_45", "x2_45", "x3_45", "x4_45", "x5_45", "x6_45", "x7_45", "x8_45", "x9_45");
            var checksum = session.dialect().checksum("interval_time", columns);
            measured.time("c. checksums of 9 columns, both tables, 20 times", () -> {
                for (int i = 0; i < 20; i++) {
                    var ours = session.one("SELECT " + checksum + " FROM " + table);
                    if (!ours.equals(
                            session.one("SELECT " + checksum + " FROM lag_idx_eurusd WHERE x1_45 IS NOT NULL"))) {
                        throw new SQLException("checksums differ");
                    }
                }
            });
            except(measured, session, "EXCEPT");
            except(measured, session, "EXCEPT ALL");
        }
    }

    private static void except(Measured measured, Session session, String word) throws Exception {
        var list = "interval_time, x1_45, x2_45, x3_45, x4_45, x5_45, x6_45, x7_45, x8_45, x9_45";
        var kept = "SELECT " + list + " FROM _muster_kept_lag_idx_eurusd_w45";
        var made = "SELECT " + list + " FROM lag_idx_eurusd WHERE x1_45 IS NOT NULL";
        measured.time("d. " + word + " both ways, 20 times", () -> {
            for (int i = 0; i < 20; i++) {
                session.one("SELECT count(*) FROM (%s %s %s) AS x".formatted(kept, word, made));
                session.one("SELECT count(*) FROM (%s %s %s) AS x".formatted(made, word, kept));
            }
        });
    }

    private void whole(Measured measured, int rows) throws Exception {
        measured.time("0. (making the tables)", () -> {
            tables.create(
                    names.stream().filter(each -> !each.startsWith("lag_")).toList(), Math.min(rows, 1000));
            tables.createLags(
                    names.stream().filter(each -> each.startsWith("lag_")).toList(), rows);
        });
        measured.time("whole remediation", () -> {
            measured.time("1. inventory", () -> perform("i", "inventory", "expected=" + names.size()));
            measured.time("2. variants by data", () -> perform("v", "detect-variants"));
            measured.time("3. plan", () -> perform("p", "plan"));
            measured.time("4. rename of every family", () -> perform("r", "rename", "family=all"));
            measured.time("5. consolidate", this::consolidateAll);
            measured.time("6. validate", () -> perform("w", "validate"));
        });
        measured.time("7. undo of everything", () -> {
            perform("u", "rollback", "of=c");
            perform("u2", "rollback", "of=r");
        });
        perform("i2", "inventory", "expected=" + names.size());
    }

    void perform(String key, String action, String... arguments) throws Exception {
        var named = new TreeMap<String, String>();
        for (var each : arguments) {
            named.put(each.split("=", 2)[0], each.split("=", 2)[1]);
        }
        var pack = WarehousePack.pack(access, new WarehousePack.Setting(STANDARD, InstantSource.system(), FOLDER));
        var call = new ActionCall(new TaskId("bench"), key, 1, named, (share, what) -> {});
        switch (pack.actions().get("warehouse." + action).perform(call)) {
            case ActionResult.Succeeded(var figures) -> System.err.println(action + " " + figures);
            case ActionResult.Failed(var why) -> throw new IllegalStateException(action + ": " + why);
            case ActionResult.NeedsDecision(var questions) ->
                throw new IllegalStateException(action + ": " + questions);
        }
    }

    private static String target(Verdict verdict) {
        return switch (verdict.target()) {
            case Target.Free(var name) -> name;
            case Target.Occupied(var name) -> name + "_o";
            case Target.None _ -> throw new IllegalStateException(verdict.table());
        };
    }

    private static WarehouseAccess fresh() throws IOException {
        return new DuckDbFile(Files.createTempDirectory(FOLDER, "w").resolve("bench.duckdb"));
    }

    private static WarehouseAccess schema(String address, int round) throws SQLException {
        var name = "round" + round + "_" + ProcessHandle.current().pid();
        try (var connection = DriverManager.getConnection(address);
                var statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA " + name);
        }
        var separator = address.contains("?") ? "&" : "?";
        return () -> DriverManager.getConnection(address + separator + "currentSchema=" + name);
    }

    private static Path folder() {
        try {
            var folder = Files.createTempDirectory("muster-warehouse-bench");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
            return folder;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void delete(Path folder) {
        try (var walk = Files.walk(folder)) {
            walk.sorted(java.util.Comparator.reverseOrder())
                    .forEach(path -> path.toFile().delete());
        } catch (IOException e) {
            System.err.println(e.getMessage());
        }
    }
}
