package muster.probes.scripts.sql;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import muster.probes.data.Catalogue;

/// SQL as a list of tokens. Texts may have holes for what is known only at run time.
public final class Sql {
    /// Stands for any text.
    public static final char HOLE = Catalogue.HOLE;

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[\\w.!:\\[\\]]*+}");
    private static final Set<String> HEADS =
            Set.of("SELECT", "WITH", "INSERT", "UPDATE", "DELETE", "CREATE", "ALTER", "DROP", "MERGE", "TRUNCATE");
    private static final Set<String> FOLLOWING = Set.of("FROM", "TABLE", "VIEW", "INTO", "SET", "SELECT");
    private static final Pattern SPOKEN = Pattern.compile("(?is)\\s*select\\s+[\\w\\s,.*()`\"=]+?\\s+from\\s+[\\w.`\""
            + HOLE + "-]+\\s*(?:;|\\z|\\b(?:where|join|left|inner|group|order|limit|union)\\b.*)");

    /// Longer texts in small letters are prose; it also bounds the search.
    private static final int LONGEST_SPOKEN = 1_000;

    private Sql() {}

    /// True if a text found in a program is meant as SQL and not as prose: it begins like SQL, in capitals.
    public static boolean looksLike(String text) {
        return isShouted(text)
                || (text.length() < LONGEST_SPOKEN && SPOKEN.matcher(text).matches());
    }

    private static boolean isShouted(String text) {
        var tokens = tokens(text);
        return !tokens.isEmpty()
                && HEADS.contains(tokens.getFirst().text())
                && tokens.stream().skip(1).anyMatch(token -> FOLLOWING.contains(token.text()));
    }

    /// The text with a hole for every placeholder of a template.
    static String withHoles(String text) {
        return PLACEHOLDER.matcher(text).replaceAll(Matcher.quoteReplacement(String.valueOf(HOLE)));
    }

    /// The first tokens of a text, as many as are looked at; none for comments.
    static List<SqlToken> tokens(String text) {
        return new SqlLexer(text).tokens();
    }

    static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
