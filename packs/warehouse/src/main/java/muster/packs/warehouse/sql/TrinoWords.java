package muster.packs.warehouse.sql;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the queries of features say in words that Trino has not, in Trino's.
///
/// Source: the functions of Trino, trino.io/docs/current/functions.html.
final class TrinoWords {
    private static final Pattern MADE = Pattern.compile("^CREATE TABLE \"(?:[^\"]|\"\")*\" AS .*", Pattern.DOTALL);
    private static final Pattern WORDS =
            Pattern.compile("nullif\\((?<nan>corr\\([^()]*\\) OVER \\w+), CAST\\('NaN' AS DOUBLE PRECISION\\)\\)"
                    + "|percentile_cont\\((?<share>[0-9.]+)\\) WITHIN GROUP \\(ORDER BY (?<value>(?:[^()]|\\([^()]*\\))+)\\)"
                    + "|\\bextract\\(isodow FROM|(?<![\\w.])(?<number>\\d+\\.\\d+)(?![\\w.])"
                    + "|'[^']*+(?:''[^']*+)*+'|\"[^\"]*+(?:\"\"[^\"]*+)*+\"");

    private TrinoWords() {}

    /// A statement that makes a table of a query; any other is left as it is.
    static String of(String sql) {
        return MADE.matcher(sql).matches()
                ? WORDS.matcher(sql).replaceAll(found -> Matcher.quoteReplacement(said(found)))
                : sql;
    }

    private static String said(MatchResult found) {
        var correlation = found.group("nan");
        if (correlation != null) {
            // No number equals NaN there.
            return "IF(is_nan(%1$s), NULL, %1$s)".formatted(correlation);
        }
        if (found.group("share") != null) {
            return percentile(found.group("share"), found.group("value"));
        }
        // A decimal would divide with its own few digits.
        return found.group("number") != null ? found.group("number") + "E0" : weekday(found.group());
    }

    /// Days of the week begin with Monday there, as they do by ISO.
    private static String weekday(String word) {
        return word.startsWith("extract(") ? "extract(DOW FROM" : word;
    }

    /// Trino's own percentiles are approximate: here it lies between the two values around its place, as SQL has it.
    private static String percentile(String share, String value) {
        var place = "(%sE0 * (count(%s) - 1))".formatted(share, value);
        var sorted = "array_sort(array_agg(%1$s) FILTER (WHERE %1$s IS NOT NULL))".formatted(value);
        return "(element_at(%1$s, CAST(floor(%2$s) AS INTEGER) + 1) * (1 - %2$s + floor(%2$s)) + element_at(%1$s, CAST(ceiling(%2$s) AS INTEGER) + 1) * (%2$s - floor(%2$s)))"
                .formatted(sorted, place);
    }
}
