package muster.packs.warehouse.sql;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the pack's SQL says that GoogleSQL says in other words; texts and quoted names stay.
///
/// Source: the functions of GoogleSQL, cloud.google.com/bigquery/docs/reference/standard-sql/functions-all.
final class GoogleWords {
    private static final Pattern WORDS =
            Pattern.compile("nullif\\((?<nan>corr\\([^()]*\\) OVER \\w+), CAST\\('NaN' AS DOUBLE PRECISION\\)\\)"
                    + "|percentile_cont\\((?<share>[0-9.]+)\\) WITHIN GROUP \\(ORDER BY (?<value>(?:[^()]|\\([^()]*\\))+)\\)"
                    + "|extract\\((?<part>isodow|week) FROM (?<time>\\w+)\\)|(?<pi>\\bpi\\(\\))"
                    + "|'[^']*+(?:''[^']*+)*+'|\"[^\"]*+(?:\"\"[^\"]*+)*+\"");

    private GoogleWords() {}

    static String of(String sql) {
        return WORDS.matcher(sql).replaceAll(found -> Matcher.quoteReplacement(said(found)));
    }

    private static String said(MatchResult found) {
        var correlation = found.group("nan");
        if (correlation != null) {
            // No number equals NaN there.
            return "IF(IS_NAN(%1$s), NULL, %1$s)".formatted(correlation);
        }
        if (found.group("share") != null) {
            // There it is no aggregate, so every row has it.
            return "PERCENTILE_CONT(%s, %s) OVER ()".formatted(found.group("value"), found.group("share"));
        }
        if (found.group("part") != null) {
            return part(found.group("part"), found.group("time"));
        }
        return found.group("pi") == null ? found.group() : "ACOS(-1)";
    }

    /// Days of the week begin with Sunday there.
    private static String part(String part, String time) {
        return part.equals("week")
                ? "EXTRACT(ISOWEEK FROM %s)".formatted(time)
                : "(MOD(EXTRACT(DAYOFWEEK FROM %s) + 5, 7) + 1)".formatted(time);
    }
}
