package muster.markdown;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import muster.markdown.Piece.Style;
import org.jspecify.annotations.Nullable;

/// One line of prose with its styles.
///
/// @param line 1-based line of the document
record Text(int line, List<Piece> pieces) {
    private static final Pattern SEPARATOR = Pattern.compile("^\\s*(?::|[-–—](?=\\s))?\\s*");
    private static final Pattern PLAIN_FIELD =
            Pattern.compile("^([\\p{L}][\\p{L}\\p{N} /&'.-]{0,48}?)\\s*:\\s+(\\S.*)$");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]");

    Text {
        pieces = List.copyOf(pieces);
    }

    static Text plain(int line, String text) {
        return new Text(line, List.of(new Piece(Style.PLAIN, text, null)));
    }

    /// All of it, without markup.
    String plain() {
        return joined(pieces).strip();
    }

    /// The code spans, in order.
    List<String> codes() {
        return pieces.stream()
                .filter(piece -> piece.style() == Style.CODE)
                .map(Piece::text)
                .toList();
    }

    /// The bold words that the line begins with, after symbols at most, without a colon at their end; else null.
    @Nullable
    String lead() {
        int at = leadAt();
        return at < 0 ? null : pieces.get(at).text().strip().replaceFirst("\\s*:$", "");
    }

    /// What follows the lead and its colon or dash; the whole line if it has no lead.
    String rest() {
        int at = leadAt();
        String following = joined(pieces.subList(at + 1, pieces.size()));
        return at < 0 ? plain() : SEPARATOR.matcher(following).replaceFirst("").strip();
    }

    /// The key and value if the line is one, by bold lead or by a colon; the value may be empty after a bold lead.
    @Nullable
    Field field() {
        String lead = lead();
        if (lead != null) {
            return new Field(lead, rest());
        }
        Matcher matcher = PLAIN_FIELD.matcher(plain());
        return matcher.matches() ? new Field(matcher.group(1), matcher.group(2).strip()) : null;
    }

    /// True if the lead ends the line or is followed by a colon.
    boolean hasKey() {
        int at = leadAt();
        if (at < 0) {
            return false;
        }
        String following = joined(pieces.subList(at + 1, pieces.size())).strip();
        return following.isEmpty()
                || following.startsWith(":")
                || pieces.get(at).text().strip().endsWith(":");
    }

    /// The first piece that is a code span with no words before it, else null.
    @Nullable
    String leadingCode() {
        for (Piece piece : pieces) {
            if (piece.style() == Style.CODE) {
                return piece.text();
            }
            if (WORD.matcher(piece.text()).find()) {
                return null;
            }
        }
        return null;
    }

    private int leadAt() {
        for (int at = 0; at < pieces.size(); at++) {
            if (pieces.get(at).style() == Style.STRONG) {
                return at;
            }
            if (pieces.get(at).style() == Style.CODE
                    || WORD.matcher(pieces.get(at).text()).find()) {
                return -1;
            }
        }
        return -1;
    }

    private static String joined(List<Piece> pieces) {
        return pieces.stream().map(Piece::text).collect(Collectors.joining());
    }
}
