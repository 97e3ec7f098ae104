package muster.packs.warehouse.sql;

import java.sql.SQLException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Trino over one catalog and schema: each statement stands by itself; names are kept in lower case; a
/// rename breaks views; what else can be done is up to the connector of the catalog, and what it cannot is
/// refused in its words.
public record TrinoDialect() implements Dialect {
    /// What a connection to Trino calls itself.
    public static final String PRODUCT = "Trino";

    private static final Capabilities CAPABILITIES = new Capabilities(
            Capabilities.Ddl.PER_STATEMENT,
            Capabilities.Views.BREAK,
            Capabilities.Names.LOWERED,
            null,
            null,
            Capabilities.TimeTravel.NONE,
            Limits.NONE);

    /// Texts and quoted names, which stay, and words that Trino has not.
    private static final Pattern WORDS =
            Pattern.compile("'[^']*+(?:''[^']*+)*+'|\"[^\"]*+(?:\"\"[^\"]*+)*+\"|TIMESTAMPTZ '[^']*'"
                    + "|\\b(?:TIMESTAMPTZ|FLOAT8|TIMESTAMP(?= NOT NULL))\\b|\\bcurrent_(?:database|schema)\\(\\)");

    private static final String ZONED = "TIMESTAMPTZ";

    /// Six digits of a second are what Iceberg keeps.
    private static final String INSTANT = "TIMESTAMP(6) WITH TIME ZONE";

    @Override
    public Capabilities capabilities() {
        return CAPABILITIES;
    }

    @Override
    public List<String> beginning() {
        return List.of();
    }

    @Override
    public String secondListing() {
        return """
            SELECT table_name, CASE table_type WHEN 'VIEW' THEN 'VIEW' ELSE 'BASE TABLE' END FROM system.jdbc.tables
            WHERE table_cat = current_catalog AND table_schem = current_schema""";
    }

    @Override
    public String columnDigests() {
        return """
            SELECT table_name, lower(to_hex(md5(to_utf8(array_join(
                array_agg(column_name || ' ' || data_type ORDER BY ordinal_position), ',')))))
            FROM information_schema.columns WHERE table_schema = current_schema GROUP BY table_name""";
    }

    /// The columns are all that every connector tells of a table without reading it.
    @Override
    public String identities() {
        return """
            SELECT c.table_name, array_join(array_agg(c.column_name || ' ' || c.data_type ORDER BY c.ordinal_position), ',')
            FROM information_schema.columns c JOIN information_schema.tables t
            ON t.table_schema = c.table_schema AND t.table_name = c.table_name
            WHERE c.table_schema = current_schema AND t.table_type = 'BASE TABLE' GROUP BY c.table_name""";
    }

    @Override
    public String columns(String relation) {
        return """
            SELECT column_name, data_type FROM information_schema.columns
            WHERE table_schema = current_schema AND table_name = %s ORDER BY ordinal_position""".formatted(Sql.text(relation));
    }

    /// Trino tells statistics of one table at a time, and of some connectors none.
    @Override
    public @Nullable String sizes() {
        return null;
    }

    @Override
    public String statistics(String table) {
        return "SHOW STATS FOR " + Sql.identifier(table);
    }

    @Override
    public String views() {
        return """
            SELECT table_name, 'CREATE VIEW v AS ' || view_definition FROM information_schema.views
            WHERE table_schema = current_schema""";
    }

    @Override
    public List<String> bodiesOfAll(String table, List<String> columns) {
        return List.of("CREATE VIEW v AS SELECT * FROM " + table);
    }

    /// The engine's own `checksum(ROW(key, value))` adds up `31 * hash(key) + hash(value)`, so it does not see
    /// values that have changed places. Here one hash is taken of the text of the whole row, as a JSON array, in
    /// which no two rows look alike. Source of the former: `io.trino.spi.type.RowType`; a test holds it.
    @Override
    public String checksum(String key, List<String> columns) {
        var some = Sql.anyPresent(columns);
        var texts = columns.stream()
                .map(each -> ", CAST(" + each + " AS VARCHAR)")
                .collect(Collectors.joining("", "CAST(" + key + " AS VARCHAR)", ""));
        var hash = "CASE WHEN %s THEN from_big_endian_64(xxhash64(to_utf8(json_format(CAST(ARRAY[%s] AS JSON))))) END"
                .formatted(some, texts);
        return "count(CASE WHEN %1$s THEN 1 END), coalesce(bitwise_xor_agg(%2$s), 0), coalesce(sum(CAST(%2$s AS DECIMAL(38, 0))), 0)"
                .formatted(some, hash);
    }

    /// Trino's percentiles are approximate, so the sorted values are asked for the one or two in the middle.
    @Override
    public String medianOfAbsolute(String expression) {
        var value = "CAST(abs(%s) AS DOUBLE)".formatted(expression);
        var sorted = "array_sort(array_agg(%1$s) FILTER (WHERE %1$s IS NOT NULL))".formatted(value);
        return "(element_at(%1$s, greatest(1, CAST((count(%2$s) + 1) / 2 AS INTEGER))) + element_at(%1$s, CAST(count(%2$s) / 2 + 1 AS INTEGER))) / 2"
                .formatted(sorted, value);
    }

    @Override
    public @Nullable String portable(String type) {
        return PortableTypes.TRINO.name(type);
    }

    @Override
    public String said(String statement) {
        return WORDS.matcher(TrinoWords.of(statement))
                .replaceAll(found -> Matcher.quoteReplacement(word(found.group())));
    }

    private static String word(String word) {
        if (word.startsWith(ZONED + " ")) {
            return "CAST(from_iso8601_timestamp_nanos(%s) AS %s)".formatted(word.substring(ZONED.length()), INSTANT);
        }
        return switch (word) {
            case ZONED -> INSTANT;
            case "TIMESTAMP" -> "TIMESTAMP(6)";
            case "FLOAT8" -> "DOUBLE";
            case "current_database()" -> "current_catalog";
            case "current_schema()" -> "current_schema";
            default -> word;
        };
    }

    /// The driver names the query where the server told how it ended.
    @Override
    public boolean isUnknown(SQLException failure) {
        return !String.valueOf(failure.getMessage()).startsWith("Query failed (#");
    }
}
