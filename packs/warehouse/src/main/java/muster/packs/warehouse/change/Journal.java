package muster.packs.warehouse.change;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import muster.packs.warehouse.naming.Reading;
import muster.packs.warehouse.sql.Row;
import muster.packs.warehouse.sql.Session;
import muster.packs.warehouse.sql.Sql;
import org.jspecify.annotations.Nullable;

/// The pack's own tables in the warehouse. What they say is written in the transaction that makes it true.
///
/// `_muster_reverse` holds the way back of every change, `_muster_grace` the views under old names,
/// `_muster_decision` what was left alone, `_muster_before` the inventory as each key found it.
public final class Journal {
    private static final List<String> TABLES = List.of("""
            CREATE TABLE IF NOT EXISTS _muster_reverse(key VARCHAR, seq BIGINT, kind VARCHAR, old VARCHAR, new VARCHAR,
            row_count BIGINT, columns VARCHAR, state VARCHAR)""", """
            CREATE TABLE IF NOT EXISTS _muster_grace(key VARCHAR, view_name VARCHAR, table_name VARCHAR,
            created TIMESTAMPTZ, expires TIMESTAMPTZ)""", OpenDecisions.CREATION, """
            CREATE TABLE IF NOT EXISTS _muster_before(key VARCHAR, taken TIMESTAMPTZ, tables BIGINT,
            r1 BIGINT, r2 BIGINT, r3 BIGINT, r4 BIGINT, r5 BIGINT)""");

    /// A condition on rows `r` of `_muster_reverse` in force: no later one gives that table another name.
    /// What another key did is later or has nothing to do with it.
    public static final String LASTING = """
            r.new <> '' AND NOT EXISTS (SELECT 1 FROM _muster_reverse AS l WHERE l.state = 'DONE' AND l.old = r.new
            AND (l.key <> r.key OR l.seq > r.seq))""";

    private final Session session;
    private final String key;

    private Journal(Session session, String key) {
        this.session = session;
        this.key = key;
    }

    /// The journal of one idempotency key; its tables are created if they are absent.
    public static Journal open(Session session, String key) throws SQLException {
        session.create(TABLES);
        return of(session, key);
    }

    /// The journal of one key whose tables are there, or are created before it is written.
    static Journal of(Session session, String key) {
        return new Journal(session, key);
    }

    /// Whether anything was ever written.
    boolean isBegun() throws SQLException {
        return session.has("_muster_reverse");
    }

    /// The keys under which anything was ever begun or asked.
    Set<String> keys() throws SQLException {
        var keys = new TreeSet<String>();
        for (var table : List.of("_muster_before", "_muster_reverse", "_muster_decision")) {
            session.query("SELECT DISTINCT key FROM " + table).forEach(row -> keys.add(row.text(0)));
        }
        return keys;
    }

    /// Whether views under old names are written down of this key, though no change ever was.
    boolean isRobbed() throws SQLException {
        return count("_muster_grace") > 0 && count("_muster_reverse") == 0;
    }

    private long count(String table) throws SQLException {
        return session.one("SELECT count(*) FROM %s WHERE key = %s".formatted(table, Sql.text(key)))
                .number(0);
    }

    Session session() {
        return session;
    }

    /// What waits for a person since a call of this key.
    OpenDecisions decisions() {
        return new OpenDecisions(session, key);
    }

    String key() {
        return key;
    }

    /// Keeps disk space for an undo; writes down what waits for a person and, unless this key did so before, the
    /// inventory as it is.
    void begin(Before found, Instant now, List<Decision> decisions) throws SQLException {
        session.keepReserve();
        var counts = Arrays.stream(Reading.values())
                .map(reading -> Long.toString(found.violations().getOrDefault(reading, 0L)))
                .collect(Collectors.joining(", "));
        var statements = new ArrayList<>(decisions().replacing(decisions));
        statements.add("INSERT INTO _muster_before SELECT %1$s, %2$s, %3$d, %4$s"
                        .formatted(Sql.text(key), time(now), found.tables(), counts)
                + " FROM (SELECT 1 AS one) AS one WHERE NOT EXISTS (SELECT 1 FROM _muster_before WHERE key = "
                + Sql.text(key) + ")");
        session.executeTogether(statements);
    }

    /// The statement that writes the way back of changes, to be run in their transaction. The numbers go on
    /// from those of the live table.
    String remember(List<Change> changes) {
        var numbered = new ArrayList<Change>();
        changes.forEach(each -> numbered.add(each.numbered(numbered.size() + 1)));
        return """
            INSERT INTO _muster_reverse SELECT %1$s, last + n, kind, old, new, row_count, columns, 'DONE'
            FROM (SELECT %2$s) AS added(n, kind, old, new, row_count, columns),
            (SELECT coalesce(max(seq), 0) AS last FROM _muster_reverse WHERE key = %1$s) AS written""".formatted(Sql.text(key), listed(numbered));
    }

    /// The same of changes that have their numbers.
    String rememberNumbered(List<Change> changes) {
        return """
            INSERT INTO _muster_reverse SELECT %1$s, n, kind, old, new, row_count, columns, 'DONE'
            FROM (SELECT %2$s) AS added(n, kind, old, new, row_count, columns)""".formatted(Sql.text(key), listed(changes));
    }

    private static String listed(List<Change> changes) {
        return String.join(
                ", ",
                Listed.numbers(changes.stream().map(Change::seq).toList()),
                Listed.texts(changes.stream().map(each -> each.kind().name()).toList()),
                Listed.texts(changes.stream().map(Change::from).toList()),
                Listed.texts(changes.stream().map(Change::to).toList()),
                Listed.numbers(changes.stream().map(Change::rows).toList()),
                Listed.texts(changes.stream().map(Change::columns).toList()));
    }

    /// The number of the last change of this key, 0 if there is none.
    long last() throws SQLException {
        return session.one("SELECT coalesce(max(seq), 0) FROM _muster_reverse WHERE key = " + Sql.text(key))
                .number(0);
    }

    /// The statements that write down how a dropped source is made again.
    List<String> rememberDropped(String table, Recipe recipe) {
        return Dropped.remember(key, table, recipe);
    }

    /// The statement that writes down views under old names.
    String rememberGrace(List<Renaming> renamings, Instant created, Instant expires) {
        return renamings.stream()
                .map(each -> "(%s, %s, %s, %s, %s)"
                        .formatted(
                                Sql.text(key),
                                Sql.text(each.from()),
                                Sql.text(each.to()),
                                time(created),
                                time(expires)))
                .collect(Collectors.joining(", ", "INSERT INTO _muster_grace VALUES ", ""));
    }

    /// The same for a transaction, with each instant said once: a third of the processor time, where an engine
    /// takes a table of values in a query.
    String rememberGraceTogether(List<Renaming> renamings, Instant created, Instant expires) {
        return "INSERT INTO _muster_grace SELECT %s, %s, %s, %s, %s"
                .formatted(
                        Sql.text(key),
                        Listed.texts(renamings.stream().map(Renaming::from).toList()),
                        Listed.texts(renamings.stream().map(Renaming::to).toList()),
                        time(created),
                        time(expires));
    }

    /// Changes of this key that are in force, the latest first.
    public List<Change> inForce() throws SQLException {
        return inForce(session, key);
    }

    /// The same of any key, where the tables of the pack are.
    static List<Change> inForce(Session session, String key) throws SQLException {
        return changes(session, "DONE", "key = " + Sql.text(key));
    }

    /// Changes of this key that were written down and neither done nor given up, the latest first.
    List<Change> intended() throws SQLException {
        return changes(session, "INTENDED", "key = " + Sql.text(key));
    }

    /// Changes of every key that are in force, the latest of each key first.
    public List<Change> allInForce() throws SQLException {
        return changes(session, "DONE", "true");
    }

    /// Those of every key that left a table under the name that it bears now.
    public List<Change> lasting() throws SQLException {
        return changes(session, "DONE", LASTING);
    }

    private static List<Change> changes(Session session, String state, String condition) throws SQLException {
        var query = "SELECT kind, old, new, row_count, columns, seq FROM _muster_reverse AS r WHERE state = "
                + Sql.text(state) + " AND " + condition + " ORDER BY key, seq DESC";
        var changes = new ArrayList<Change>();
        try {
            for (var row : session.query(query)) {
                changes.add(change(row));
            }
        } catch (SQLException e) {
            throw OwnColumns.lacking(session, e);
        }
        return List.copyOf(changes);
    }

    /// The warehouse as the earliest key found it; null if none looked.
    public @Nullable Before firstInventory() throws SQLException {
        return session
                .query("SELECT tables, r1, r2, r3, r4, r5 FROM _muster_before ORDER BY taken, key LIMIT 1")
                .stream()
                .map(Before::of)
                .findFirst()
                .orElse(null);
    }

    /// The changes of this key in force that have left tables under these names.
    List<Change> making(List<String> names) throws SQLException {
        return changes(
                session,
                "DONE",
                "key = %s AND new IN (%s)"
                        .formatted(Sql.text(key), names.stream().map(Sql::text).collect(Collectors.joining(", "))));
    }

    /// Whether a change of this key is in force.
    boolean says(long seq) throws SQLException {
        return session.one("SELECT count(*) FROM _muster_reverse WHERE state = 'DONE' AND key = %s AND seq = %d"
                                .formatted(Sql.text(key), seq))
                        .number(0)
                > 0;
    }

    /// How many of these changes of this key are still in force.
    long standing(List<Change> changes) throws SQLException {
        return session.one("SELECT count(*) FROM _muster_reverse WHERE state = 'DONE' AND key = %s AND %s"
                        .formatted(Sql.text(key), numbered(changes)))
                .number(0);
    }

    static String numbers(List<Change> changes) {
        return changes.stream().map(each -> Long.toString(each.seq())).collect(Collectors.joining(", "));
    }

    /// The statements that mark changes of this key as undone and their views as gone.
    List<String> forget(List<Change> changes) {
        var names = changes.stream().map(Change::from).toList();
        var views = session.takesBack()
                ? "SELECT " + Listed.texts(names)
                : names.stream().map(Sql::text).collect(Collectors.joining(", "));
        return List.of(
                "UPDATE _muster_reverse SET state = 'UNDONE' WHERE key = %s AND %s"
                        .formatted(Sql.text(key), numbered(changes)),
                "DELETE FROM _muster_grace WHERE key = %s AND view_name IN (%s)".formatted(Sql.text(key), views));
    }

    /// A condition on the rows of changes: a range where there is no gap, half of the processor time of a list.
    private static String numbered(List<Change> changes) {
        var numbers = changes.stream().mapToLong(Change::seq).summaryStatistics();
        return numbers.getMax() - numbers.getMin() + 1 == changes.size()
                ? "seq BETWEEN %d AND %d".formatted(numbers.getMin(), numbers.getMax())
                : "seq IN (%s)".formatted(numbers(changes));
    }

    private static Change change(Row row) throws SQLException {
        return new Change(kind(row.text(0)), row.text(1), row.text(2), row.number(3), row.text(4), row.number(5));
    }

    private static Change.Kind kind(String name) throws SQLException {
        try {
            return Change.Kind.valueOf(name);
        } catch (IllegalArgumentException e) {
            throw new SQLException(
                    "_muster_reverse has a change of the kind '%s', which this version does not know\nMaybe a later one wrote it: use that"
                            .formatted(name),
                    e);
        }
    }

    /// An instant as both engines read it.
    public static String time(Instant instant) {
        return "TIMESTAMPTZ " + Sql.text(instant.toString());
    }
}
