package muster.packs.warehouse.usage;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import muster.packs.warehouse.sql.Catalog;

/// The names that a statement reads: its words outside of texts and comments, without regard to case.
final class StatementWords {
    /// Texts and comments; quoted names are kept, since they are names.
    private static final Pattern PASSED_OVER = Pattern.compile("'[^']*+'|--[^\\n]*+|/\\*.*?\\*/", Pattern.DOTALL);

    private static final Pattern NOT_A_WORD = Pattern.compile("[^\\p{L}\\p{N}_$-]+");
    private static final Pattern AS = Pattern.compile("\\bAS\\b", Pattern.CASE_INSENSITIVE);

    /// Statements that name a view without reading it.
    private static final Set<String> NO_USE = Set.of("drop", "alter", "comment", "grant", "revoke");

    private StatementWords() {}

    /// The statements of a text, without their texts and comments, but with [Mark].
    static List<String> split(String text) {
        var plain = PASSED_OVER.matcher(text).replaceAll(each -> each.group().equals(Mark.TEXT) ? Mark.TEXT : " ");
        return Arrays.stream(plain.split(";"))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .toList();
    }

    /// None for what defines, drops or grants, and for what this pack says.
    static Set<String> of(String text) {
        var statements = split(text);
        var read = new HashSet<String>();
        for (var each : statements) {
            if (each.contains(Mark.TEXT)
                    || words(each).stream().anyMatch(word -> word.startsWith(Catalog.OWN_PREFIX))) {
                return Set.of();
            }
            if (!NO_USE.contains(first(each))) {
                read.addAll(words(reading(each)));
            }
        }
        return read;
    }

    /// Of a statement that creates something, what stands after its first AS.
    private static String reading(String statement) {
        if (!first(statement).equals("create")) {
            return statement;
        }
        var as = AS.matcher(statement);
        return as.find() ? statement.substring(as.end()) : "";
    }

    private static String first(String statement) {
        return statement.split("\\s", 2)[0].toLowerCase(Locale.ROOT);
    }

    private static Set<String> words(String statement) {
        return Arrays.stream(NOT_A_WORD.split(statement)).map(Catalog::folded).collect(Collectors.toSet());
    }
}
