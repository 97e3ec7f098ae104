package muster.probes.scripts.sql;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;

/// Cuts SQL of any dialect into tokens, in one pass from left to right.
final class SqlLexer {
    /// More than any statement that people write; what lies behind is not looked at.
    static final int MOST = 50_000;

    private final String text;
    private final List<SqlToken> tokens = new ArrayList<>();
    private final Set<String> absent = new HashSet<>();
    private int at;

    SqlLexer(String text) {
        this.text = text;
    }

    List<SqlToken> tokens() {
        while (at < text.length() && tokens.size() < MOST) {
            char first = text.charAt(at);
            if (Character.isWhitespace(first)) {
                at++;
            } else if (first == '#' || text.startsWith("--", at)) {
                at = before("\n", at);
            } else if (text.startsWith("/*", at) && end("*/", at + 2) > 0) {
                at = end("*/", at + 2);
            } else {
                token(first);
            }
        }
        return tokens;
    }

    private void token(char first) {
        if (first == '\'') {
            quoted(SqlTokenKind.STRING, string());
        } else if (first == '`' || first == '"') {
            quoted(SqlTokenKind.QUOTED, end(String.valueOf(first), at + 1));
        } else if (first >= '0' && first <= '9') {
            add(SqlTokenKind.NUMBER, span(c -> isWord(c) || c == '.'));
        } else if (Character.isLetter(first) || first == '_' || first == '@' || first == '$' || first == Sql.HOLE) {
            add(SqlTokenKind.WORD, span(SqlLexer::isWord));
        } else {
            add(SqlTokenKind.SYMBOL, at + 1);
        }
    }

    /// Without its other end a quote is a symbol of its own.
    private void quoted(SqlTokenKind kind, int end) {
        if (end > 0) {
            add(kind, end);
        } else {
            add(SqlTokenKind.SYMBOL, at + 1);
        }
    }

    /// The place behind the next of these, 0 if there is none; what was once not found is not looked for again.
    private int end(String mark, int from) {
        int found = absent.contains(mark) ? -1 : text.indexOf(mark, from);
        if (found < 0) {
            absent.add(mark);
            return 0;
        }
        return found + mark.length();
    }

    /// The end of a string, in which a quote is doubled or escaped; 0 if it has none.
    private int string() {
        if (absent.contains("'")) {
            return 0;
        }
        int i = at + 1;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (c == '\'' && (i + 1 >= text.length() || text.charAt(i + 1) != '\'')) {
                return i + 1;
            }
            i += c == '\'' || c == '\\' ? 2 : 1;
        }
        absent.add("'");
        return 0;
    }

    private int span(IntPredicate wanted) {
        int end = at + 1;
        while (end < text.length() && wanted.test(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isWord(int c) {
        return (c < 128 && Character.isLetterOrDigit(c)) || c == '_' || c == '$' || c == Sql.HOLE;
    }

    private int before(String end, int from) {
        int found = text.indexOf(end, from);
        return found < 0 ? text.length() : found;
    }

    private void add(SqlTokenKind kind, int end) {
        tokens.add(new SqlToken(kind, text.substring(at, end), at));
        at = end;
    }
}
