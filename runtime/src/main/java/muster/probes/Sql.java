package muster.probes;

import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import muster.probes.data.Catalogue;

/// SQL as a list of tokens. Texts may have holes for what is known only at run time.
final class Sql {
    /// Stands for any text.
    static final char HOLE = Catalogue.HOLE;

    private static final Pattern TOKEN = Pattern.compile("(?<comment>--[^\\n]*|#[^\\n]*|/\\*(?s:.*?)\\*/)"
            + "|(?<string>'(?:[^'\\\\]|\\\\.|'')*')"
            + "|(?<quoted>`[^`]*`|\"[^\"]*\")"
            + "|(?<number>\\d[\\w.]*)"
            + "|(?<word>[\\p{L}_@$" + HOLE + "][\\w$" + HOLE + "]*)"
            + "|(?<symbol>\\S)");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[\\w.!:\\[\\]]*}");
    private static final String HEADS = "SELECT|WITH|INSERT|UPDATE|DELETE|CREATE|ALTER|DROP|MERGE|TRUNCATE";
    private static final Pattern SHOUTED = Pattern.compile(
            "(?s)\\s*(?:--[^\\n]*\\n\\s*)*(?:" + HEADS + ")\\b.*\\b(?:FROM|TABLE|VIEW|INTO|SET|SELECT)\\b.*");
    private static final Pattern SPOKEN = Pattern.compile("(?is)\\s*select\\s+[\\w\\s,.*()`\"=]+?\\s+from\\s+[\\w.`\""
            + HOLE + "-]+\\s*(?:;|\\z|\\b(?:where|join|left|inner|group|order|limit|union)\\b.*)");

    /// Longer texts in small letters are prose; it also bounds the search.
    private static final int LONGEST_SPOKEN = 1_000;

    enum Kind {
        STRING("string"),
        QUOTED("quoted"),
        NUMBER("number"),
        WORD("word"),
        SYMBOL("symbol");

        private final String group;

        Kind(String group) {
            this.group = group;
        }
    }

    /// @param offset where it begins in the text
    record Token(Kind kind, String text, int offset) {
        boolean is(String word) {
            return kind != Kind.STRING && kind != Kind.QUOTED && text.equalsIgnoreCase(word);
        }

        boolean isName() {
            return kind == Kind.WORD || kind == Kind.QUOTED;
        }
    }

    private Sql() {}

    /// True if a text found in a program is meant as SQL and not as prose.
    static boolean looksLike(String text) {
        return SHOUTED.matcher(text).matches()
                || (text.length() < LONGEST_SPOKEN && SPOKEN.matcher(text).matches());
    }

    /// The text with a hole for every placeholder of a template.
    static String withHoles(String text) {
        return PLACEHOLDER.matcher(text).replaceAll(Matcher.quoteReplacement(String.valueOf(HOLE)));
    }

    static List<Token> tokens(String text) {
        return TOKEN.matcher(text).results().flatMap(Sql::token).toList();
    }

    /// No token for a comment.
    private static Stream<Token> token(MatchResult match) {
        return Arrays.stream(Kind.values())
                .filter(kind -> match.group(kind.group) != null)
                .map(kind -> new Token(kind, match.group(kind.group), match.start()));
    }
}
