package muster.packs.warehouse.sql;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// PostgreSQL 14 and later: transactional DDL; after an error a commit answers as if it had worked and has rolled back;
/// names are cut at 63 bytes without a word; a view follows its table; a rename waits for readers, and new readers wait
/// behind it, so no statement waits for long.
///
/// @param version the major one of the server
public record PostgresDialect(int version) implements Dialect {
    /// NAMEDATALEN - 1. Source: the manual, "Identifiers and Key Words".
    private static final int LONGEST_NAME = 63;

    /// Readers that come after a waiting rename wait as long, so this is what they lose at most.
    private static final int LOCK_WAIT_MILLIS = 1000;

    /// Source: the manual, "PostgreSQL Error Codes".
    private static final Set<String> HELD = Set.of("55P03", "40P01", "55006");

    /// Access rule violations, and dependent objects. Source: likewise.
    private static final List<String> REFUSALS = List.of("42", "2BP01", "0A000");

    /// That a statement is none is a mistake of ours, and no refusal.
    private static final String SYNTAX = "42601";

    /// From here on a view may read with the rights of its reader. Source: the release notes of version 15.
    private static final int INVOKERS = 15;

    /// Source: "PostgreSQL Limits", appendix K of its documentation.
    private static final int COLUMNS = 1600;

    private static final Capabilities CAPABILITIES = new Capabilities(
            Capabilities.Ddl.TRANSACTIONAL,
            Capabilities.Views.FOLLOW,
            Capabilities.Names.EXACT,
            LONGEST_NAME,
            LOCK_WAIT_MILLIS,
            Capabilities.TimeTravel.NONE,
            new Limits(COLUMNS, null, Duration.ZERO, 0));

    @Override
    public Capabilities capabilities() {
        return CAPABILITIES;
    }

    @Override
    public List<String> beginning() {
        return List.of("SET lock_timeout = '" + LOCK_WAIT_MILLIS + "ms'", "SET client_min_messages = warning");
    }

    @Override
    public String secondListing() {
        return """
            SELECT c.relname, CASE WHEN c.relkind = 'v' THEN 'VIEW' ELSE 'BASE TABLE' END
            FROM pg_catalog.pg_class c
            WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p', 'v', 'f')""";
    }

    @Override
    public String columnDigests() {
        return """
            SELECT c.relname, md5(string_agg(a.attname || ' ' || format_type(a.atttypid, a.atttypmod), ','
                ORDER BY a.attnum))
            FROM pg_catalog.pg_class c JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid
            WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p', 'v', 'f')
              AND a.attnum > 0 AND NOT a.attisdropped
            GROUP BY c.relname""";
    }

    /// The object that has the rows.
    @Override
    public String identities() {
        return """
            SELECT c.relname, c.oid::TEXT FROM pg_catalog.pg_class c
            WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p', 'f')""";
    }

    @Override
    public String columns(String relation) {
        return """
            SELECT a.attname, format_type(a.atttypid, a.atttypmod)
            FROM pg_catalog.pg_class c JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid
            WHERE c.relnamespace = current_schema()::regnamespace AND c.relname = %s
              AND a.attnum > 0 AND NOT a.attisdropped
            ORDER BY a.attnum""".formatted(Sql.text(relation));
    }

    @Override
    public String rowCounts(List<String> tables) {
        return IntStream.range(0, tables.size())
                .mapToObj(place -> "SELECT %d, count(*) FROM %s".formatted(place, Sql.identifier(tables.get(place))))
                .collect(Collectors.joining(" UNION ALL "));
    }

    @Override
    public String sizes() {
        return """
            SELECT c.relname, CAST(c.reltuples AS BIGINT), pg_table_size(c.oid) FROM pg_catalog.pg_class c
            WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p')""";
    }

    @Override
    public String views() {
        return """
            SELECT viewname, 'CREATE VIEW v AS ' || definition FROM pg_catalog.pg_views
            WHERE schemaname = current_schema()""";
    }

    /// From version 16 on columns of a single table are not qualified.
    @Override
    public List<String> bodiesOfAll(String table, List<String> columns) {
        var qualified = columns.stream().map(column -> table + "." + column).toList();
        return Stream.of(qualified, columns)
                .map(names -> "CREATE VIEW v AS SELECT %s FROM %s".formatted(String.join(", ", names), table))
                .toList();
    }

    @Override
    public String spelled(List<String> tables) {
        return PostgresCatalog.columns(tables);
    }

    @Override
    public String graceView(String view, String table, Instant expires) {
        var rights = version < INVOKERS ? "" : " WITH (security_invoker = true)";
        return "CREATE VIEW %s%s AS SELECT * FROM %s".formatted(Sql.identifier(view), rights, Sql.identifier(table));
    }

    @Override
    public String turn(String key) {
        return PostgresCatalog.turn(key);
    }

    /// A rename takes whatever bears the name when it gets its lock, a view too.
    @Override
    public String identities(List<String> tables) {
        return PostgresCatalog.identities(tables);
    }

    @Override
    public String holders(List<String> tables) {
        return PostgresCatalog.holders(tables, LOCK_WAIT_MILLIS);
    }

    @Override
    public String grants(List<String> tables) {
        return PostgresCatalog.grants(tables, version >= INVOKERS);
    }

    @Override
    public String dependants() {
        return PostgresCatalog.dependants();
    }

    @Override
    public String besides() {
        return PostgresCatalog.besides();
    }

    @Override
    public String checksum(String key, List<String> columns) {
        var some = Sql.anyPresent(columns);
        return """
            count(*) FILTER (WHERE %1$s), coalesce(bit_xor(hash_record_extended(ROW(%2$s, %3$s), 0)) FILTER (WHERE %1$s), 0),
            coalesce(sum(hash_record_extended(ROW(%2$s, %3$s), 0)::NUMERIC) FILTER (WHERE %1$s), 0)""".formatted(some, key, String.join(", ", columns));
    }

    @Override
    public String medianOfAbsolute(String expression) {
        return "percentile_cont(0.5) WITHIN GROUP (ORDER BY abs(" + expression + "))";
    }

    @Override
    public String use(String database, String schema) {
        return "SET search_path TO " + Sql.identifier(schema);
    }

    /// Two of the kind exclude each other, so that none waits for the other's readers.
    @Override
    public List<String> freeze(List<String> tables) {
        return tables.isEmpty()
                ? List.of()
                : List.of(tables.stream()
                        .map(Sql::identifier)
                        .collect(Collectors.joining(", ", "LOCK TABLE ", " IN SHARE ROW EXCLUSIVE MODE")));
    }

    /// An extension, which counts and knows no times. Source: the manual, "pg_stat_statements".
    @Override
    public StatementLog statementLog() {
        return new StatementLog("pg_stat_statements", StatementLog.Times.COUNTED, """
            SELECT quote_ident(n.nspname) || '.pg_stat_statements' FROM pg_catalog.pg_extension e
            JOIN pg_catalog.pg_namespace n ON n.oid = e.extnamespace WHERE e.extname = 'pg_stat_statements'""", """
            SELECT s.query, r.rolname, s.calls, NULL, NULL FROM %s AS s
            LEFT JOIN pg_catalog.pg_roles AS r ON r.oid = s.userid
            WHERE s.dbid = (SELECT oid FROM pg_catalog.pg_database WHERE datname = current_database())""", null);
    }

    @Override
    public boolean isLocked(SQLException failure) {
        return HELD.contains(state(failure));
    }

    @Override
    public boolean isRefusal(SQLException failure) {
        var state = state(failure);
        return isLocked(failure) || (!state.equals(SYNTAX) && REFUSALS.stream().anyMatch(state::startsWith));
    }

    private static String state(SQLException failure) {
        var state = failure.getSQLState();
        return state == null ? "" : state;
    }
}
