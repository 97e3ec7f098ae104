package muster.packs.bigquery;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The pack's SQL in GoogleSQL's letters: quotes, escapes, and the names of types. What is between backticks is
/// GoogleSQL already.
///
/// Source: the lexical structure of GoogleSQL, cloud.google.com/bigquery/docs/reference/standard-sql/lexical.
final class GoogleSql {
    private static final Pattern TOKEN = Pattern.compile("""
            "(?<name>[^"]*+(?:""[^"]*+)*+)"|'(?<text>[^']*+(?:''[^']*+)*+)'|`(?:[^`\\\\]|\\\\.)*`|--[^\\n]*\
            |\\b(?<type>DOUBLE PRECISION|TIMESTAMPTZ|VARCHAR|BIGINT|INTEGER|FLOAT8|DOUBLE)\\b|\\bnew\\b""");

    private GoogleSql() {}

    static String of(String sql) {
        return TOKEN.matcher(sql).replaceAll(token -> Matcher.quoteReplacement(said(token)));
    }

    private static String said(MatchResult token) {
        var name = token.group("name");
        var text = token.group("text");
        var type = token.group("type");
        if (name != null) {
            return quoted(name.replace("\"\"", "\""));
        }
        if (text != null) {
            return "'" + escaped(text.replace("''", "'")).replace("'", "\\'") + "'";
        }
        if (type != null) {
            return type(type);
        }
        return token.group().equals("new") ? "`new`" : token.group();
    }

    private static String type(String name) {
        return switch (name) {
            case "TIMESTAMPTZ" -> "TIMESTAMP";
            case "VARCHAR" -> "STRING";
            case "BIGINT", "INTEGER" -> "INT64";
            default -> "FLOAT64";
        };
    }

    /// A name between backticks.
    static String quoted(String name) {
        return "`" + escaped(name).replace("`", "\\`") + "`";
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
    }
}
