package muster.probes.data;

import java.util.Locale;
import java.util.Set;

/// Refuses, before a database sees it, whatever is not one statement that reads. The transaction that cannot write
/// is what holds; this gives the better message.
final class SelectOnly {
    private static final Set<String> READING = Set.of("SELECT", "WITH", "VALUES", "SHOW", "EXPLAIN");

    private SelectOnly() {}

    /// Why the statement is refused, or an empty text. A semicolon inside a text is refused too: where texts end
    /// differs from engine to engine, and a mistake about it would hide a second statement.
    static String refusal(String sql) {
        var bare = begin(sql.strip());
        var whole = bare.endsWith(";") ? bare.substring(0, bare.length() - 1).strip() : bare;
        if (whole.isEmpty()) {
            return "there is no statement";
        }
        if (whole.indexOf(';') >= 0) {
            return "it is more than one statement (a semicolon may stand only at the end, also in a text)";
        }
        var verb = word(whole);
        return READING.contains(verb)
                ? ""
                : "it begins with '" + verb + "', not with SELECT, WITH, VALUES, SHOW or EXPLAIN";
    }

    /// The statement without a last semicolon.
    static String bare(String sql) {
        var all = sql.strip();
        return all.endsWith(";") ? all.substring(0, all.length() - 1).strip() : all;
    }

    /// The rest after comments and opening brackets.
    private static String begin(String sql) {
        var rest = sql;
        while (true) {
            int skipped = skipped(rest);
            if (skipped == 0) {
                return rest;
            }
            rest = rest.substring(skipped).strip();
        }
    }

    private static int skipped(String text) {
        if (text.startsWith("--")) {
            int end = text.indexOf('\n');
            return end < 0 ? text.length() : end;
        }
        if (text.startsWith("/*")) {
            int end = text.indexOf("*/");
            return end < 0 ? text.length() : end + "*/".length();
        }
        return text.startsWith("(") ? 1 : 0;
    }

    private static String word(String text) {
        int end = 0;
        while (end < text.length() && Character.isLetter(text.charAt(end))) {
            end++;
        }
        return text.substring(0, end).toUpperCase(Locale.ROOT);
    }
}
