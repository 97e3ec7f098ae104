package muster.packs.warehouse.sql;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Types of engines by the names that DuckDB has for them, as far as their values are texts that it reads back as the
/// same.
///
/// @param names DuckDB's by the engine's
record PortableTypes(Map<String, String> names) {
    /// A moment is written in UTC.
    static final PortableTypes GOOGLE = new PortableTypes(Map.ofEntries(
            Map.entry("INT64", "BIGINT"),
            Map.entry("FLOAT64", "DOUBLE"),
            Map.entry("STRING", "VARCHAR"),
            Map.entry("JSON", "VARCHAR"),
            Map.entry("GEOGRAPHY", "VARCHAR"),
            Map.entry("BOOL", "BOOLEAN"),
            Map.entry("DATE", "DATE"),
            Map.entry("TIME", "TIME"),
            Map.entry("DATETIME", "TIMESTAMP"),
            Map.entry("TIMESTAMP", "TIMESTAMP"),
            Map.entry("NUMERIC", "DECIMAL(38, 9)")));

    /// Times have nine digits of a second at the most, of which six are kept.
    static final PortableTypes TRINO = new PortableTypes(Map.ofEntries(
            Map.entry("BIGINT", "BIGINT"),
            Map.entry("INTEGER", "INTEGER"),
            Map.entry("SMALLINT", "SMALLINT"),
            Map.entry("TINYINT", "TINYINT"),
            Map.entry("DOUBLE", "DOUBLE"),
            Map.entry("REAL", "REAL"),
            Map.entry("VARCHAR", "VARCHAR"),
            Map.entry("CHAR", "VARCHAR"),
            Map.entry("JSON", "VARCHAR"),
            Map.entry("UUID", "UUID"),
            Map.entry("BOOLEAN", "BOOLEAN"),
            Map.entry("DATE", "DATE"),
            Map.entry("TIME", "TIME"),
            Map.entry("TIMESTAMP", "TIMESTAMP"),
            Map.entry("TIMESTAMP WITH TIME ZONE", "TIMESTAMPTZ")));

    private static final Pattern DIGITS = Pattern.compile("\\((\\d+)(?:, ?(\\d+))?\\)");
    private static final Pattern DECIMAL = Pattern.compile("(?:BIG)?NUMERIC|DECIMAL");
    private static final int MOST_DIGITS = 38;

    PortableTypes {
        names = Map.copyOf(names);
    }

    /// Null if there is none.
    @Nullable
    String name(String type) {
        var upper = type.toUpperCase(Locale.ROOT);
        var plain = DIGITS.matcher(upper).replaceAll("");
        var digits = DIGITS.matcher(upper);
        if (!DECIMAL.matcher(plain).matches() || !digits.find()) {
            return names.get(plain);
        }
        var scale = digits.group(2) == null ? "0" : digits.group(2);
        return Integer.parseInt(digits.group(1)) > MOST_DIGITS
                ? null
                : "DECIMAL(%s, %s)".formatted(digits.group(1), scale);
    }
}
