package muster.packs.bigquery.doubles;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// GoogleSQL, as far as the pack speaks it, in DuckDB's words.
final class DuckSql {
    private static final Pattern TOKEN = Pattern.compile(
            "`(?<name>(?:[^`\\\\]|\\\\.)*)`|'(?<text>[^'\\\\]*+(?:\\\\.[^'\\\\]*+)*+)'|\"(?<other>[^\"]*)\""
                    + "|\\b(?<type>STRING|INT64|FLOAT64|BIGNUMERIC)\\b|CURRENT_TIMESTAMP\\(\\)");
    private static final Pattern OPTIONS = Pattern.compile(" OPTIONS\\([^()]*\\)");
    private static final Pattern FIELD = Pattern.compile("(\"[^\"]*+\"|\\w+) AS (k|f\\d+)\\b");
    private static final Pattern CLONE =
            Pattern.compile("^CREATE (?:SNAPSHOT )?TABLE (\"(?:[^\"]|\"\")*\") CLONE (\"(?:[^\"]|\"\")*\")");

    private DuckSql() {}

    /// @throws IllegalArgumentException if it is no GoogleSQL
    static String of(String google) {
        var duck = TOKEN.matcher(google).replaceAll(token -> Matcher.quoteReplacement(said(token)));
        var plain = CLONE.matcher(OPTIONS.matcher(duck).replaceFirst(""))
                .replaceFirst("CREATE TABLE $1 AS SELECT * FROM $2");
        return FIELD.matcher(plain)
                .replaceAll("$2 := $1")
                .replaceAll("\"acme\"\\.\"(\\w+)\"\\.INFORMATION_SCHEMA\\.(\\w+)", "acme.meta_$1.$2")
                .replaceAll("\"region-EU\"\\.INFORMATION_SCHEMA\\.(\\w+)", "acme.meta.$1")
                .replaceAll("\"acme\"\\.\"(\\w+)\"\\.\"__TABLES__\"", "acme.meta_$1.tables_of_old")
                .replaceAll("UNNEST\\((\\w+)\\) AS (\\w+)", "UNNEST($1) AS unnested($2)")
                .replace("DROP SNAPSHOT TABLE", "DROP TABLE")
                .replace("PERCENTILE_CONT(", "quantile_cont(")
                .replace("IS_NAN(", "isnan(")
                .replace("EXTRACT(ISOWEEK ", "extract(week ")
                .replaceAll("EXTRACT\\(DAYOFWEEK FROM (\\w+)\\)", "(extract(dow FROM $1) + 1)")
                .replaceAll("APPROX_QUANTILES\\((ABS\\(\\w+\\)), 2\\)\\[OFFSET\\(1\\)\\]", "median($1)")
                .replace("TO_HEX(MD5(", "LOWER(MD5(")
                .replace("STRUCT(", "struct_pack(");
    }

    private static String said(MatchResult token) {
        if (token.group("name") != null) {
            return '"' + unescaped(token.group("name")).replace("\"", "\"\"") + '"';
        }
        if (token.group("text") != null) {
            return "'" + unescaped(token.group("text")).replace("'", "''") + "'";
        }
        if (token.group("other") != null) {
            throw new IllegalArgumentException("names stand between backticks: " + token.group());
        }
        return token.group("type") == null ? "TIMESTAMP '2025-12-14 09:00:00'" : type(token.group("type"));
    }

    private static String type(String name) {
        return switch (name) {
            case "STRING" -> "VARCHAR";
            case "INT64" -> "BIGINT";
            case "FLOAT64" -> "DOUBLE";
            default -> "HUGEINT";
        };
    }

    static String unescaped(String text) {
        return Pattern.compile("\\\\(.)")
                .matcher(text)
                .replaceAll(escape -> Matcher.quoteReplacement(
                        switch (escape.group(1)) {
                            case "n" -> "\n";
                            case "r" -> "\r";
                            default -> escape.group(1);
                        }));
    }
}
