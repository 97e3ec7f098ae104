package muster.packs.bigquery.doubles;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// GoogleSQL, as far as the pack speaks it, in DuckDB's words.
final class DuckSql {
    private static final Pattern TOKEN =
            Pattern.compile("`(?<name>(?:[^`\\\\]|\\\\.)*)`|'(?<text>(?:[^'\\\\]|\\\\.)*)'|\"(?<other>[^\"]*)\""
                    + "|\\b(?<type>STRING|INT64|FLOAT64|BIGNUMERIC)\\b|CURRENT_TIMESTAMP\\(\\)");
    private static final Pattern OPTIONS = Pattern.compile(" OPTIONS\\(.*?\\)(?= AS )");

    private DuckSql() {}

    /// @throws IllegalArgumentException if it is no GoogleSQL
    static String of(String google) {
        var duck = TOKEN.matcher(google).replaceAll(token -> Matcher.quoteReplacement(said(token)));
        return OPTIONS.matcher(duck)
                .replaceFirst("")
                .replaceAll("\"acme\"\\.\"raw\"\\.INFORMATION_SCHEMA\\.(\\w+)", "acme.meta.$1")
                .replaceAll("\"region-EU\"\\.INFORMATION_SCHEMA\\.(\\w+)", "acme.meta.$1")
                .replace("\"acme\".\"raw\".\"__TABLES__\"", "acme.meta.tables_of_old")
                .replaceAll("APPROX_QUANTILES\\((ABS\\(\\w+\\)), 2\\)\\[OFFSET\\(1\\)\\]", "median($1)")
                .replace("TO_HEX(MD5(", "LOWER(MD5(")
                .replace("STRUCT(", "ROW(");
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
