package muster.probes.data;

import java.util.Locale;
import java.util.Map;

/// Names of column types, some of which are other words for the same.
final class TypeNames {
    /// Source: PostgreSQL's manual, table "Data Types", column "Aliases".
    private static final Map<String, String> POSTGRESQL = Map.ofEntries(
            Map.entry("int8", "bigint"),
            Map.entry("int", "integer"),
            Map.entry("int4", "integer"),
            Map.entry("int2", "smallint"),
            Map.entry("float8", "double precision"),
            Map.entry("float4", "real"),
            Map.entry("bool", "boolean"),
            Map.entry("decimal", "numeric"),
            Map.entry("varchar", "character varying"),
            Map.entry("char", "character"),
            Map.entry("varbit", "bit varying"),
            Map.entry("timestamptz", "timestamp with time zone"),
            Map.entry("timestamp", "timestamp without time zone"),
            Map.entry("timetz", "time with time zone"),
            Map.entry("time", "time without time zone"));

    /// Source: DuckDB's manual, table "General-Purpose Data Types", column "Aliases".
    private static final Map<String, String> DUCKDB = Map.ofEntries(
            Map.entry("int8", "bigint"),
            Map.entry("long", "bigint"),
            Map.entry("int", "integer"),
            Map.entry("int4", "integer"),
            Map.entry("signed", "integer"),
            Map.entry("int2", "smallint"),
            Map.entry("short", "smallint"),
            Map.entry("int1", "tinyint"),
            Map.entry("float8", "double"),
            Map.entry("double precision", "double"),
            Map.entry("float4", "float"),
            Map.entry("real", "float"),
            Map.entry("bool", "boolean"),
            Map.entry("logical", "boolean"),
            Map.entry("numeric", "decimal"),
            Map.entry("text", "varchar"),
            Map.entry("string", "varchar"),
            Map.entry("char", "varchar"),
            Map.entry("bpchar", "varchar"),
            Map.entry("bytea", "blob"),
            Map.entry("datetime", "timestamp"),
            Map.entry("timestamptz", "timestamp with time zone"));

    private TypeNames() {}

    /// True if both name one type; sizes behind them, such as `(18,3)`, are compared if the person wrote them.
    static boolean same(Engine engine, String written, String held) {
        var wanted = canonical(engine, written);
        var there = canonical(engine, held);
        return wanted.equals(there) || (!wanted.contains("(") && wanted.equals(withoutSize(there)));
    }

    private static String canonical(Engine engine, String type) {
        var plain =
                type.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ").replaceAll(" ?([(),]) ?", "$1");
        int size = plain.indexOf('(');
        var name = size < 0 ? plain : plain.substring(0, size);
        return synonyms(engine).getOrDefault(name, name) + (size < 0 ? "" : plain.substring(size));
    }

    private static String withoutSize(String type) {
        return type.replaceAll("\\([^)]*\\)", "");
    }

    private static Map<String, String> synonyms(Engine engine) {
        return switch (engine) {
            case DUCKDB -> DUCKDB;
            case POSTGRESQL -> POSTGRESQL;
            case SQLITE -> Map.of();
        };
    }
}
