package muster.yaml;

import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;

/// A place in a text that moves from token to token.
final class PlainCursor {
    /// What stands after the last character.
    static final char END = '\0';

    private final TextLines lines;
    private final String text;
    private int at;
    private int line;
    private int lineStart;
    private int begin;

    PlainCursor(String name, String text) {
        this.lines = new TextLines(name);
        this.text = text;
    }

    char here() {
        return peek(0);
    }

    char peek(int ahead) {
        return at + ahead < text.length() ? text.charAt(at + ahead) : END;
    }

    boolean isAtEnd() {
        return at >= text.length();
    }

    /// True at the end of a line or of the text.
    boolean isAtLineEnd() {
        return isAtEnd() || text.charAt(at) == '\n';
    }

    /// True if a blank or the end of the line follows so many characters later.
    boolean isBlank(int ahead) {
        char next = peek(ahead);
        return next == ' ' || next == '\n' || at + ahead >= text.length();
    }

    void advance(int characters) {
        at += characters;
    }

    /// A token begins here.
    void begin() {
        begin = at - lineStart;
    }

    /// The column in which the last token began.
    int tokenColumn() {
        return begin;
    }

    int offset() {
        return at;
    }

    String since(int begin) {
        return text.substring(begin, at);
    }

    /// The same without the blanks at its end.
    String trimmedSince(int begin) {
        int end = at;
        while (end > begin && text.charAt(end - 1) == ' ') {
            end--;
        }
        return text.substring(begin, end);
    }

    /// The number of characters in the line before the place.
    int column() {
        return at - lineStart;
    }

    int line() {
        return line;
    }

    /// The lines of the text.
    TextLines lines() {
        return lines;
    }

    Optional<Mark> mark() {
        return lines.mark(line, at - lineStart);
    }

    void skipBlanks() {
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
    }

    /// To the next token, over blanks, comments and ends of lines.
    void skip() {
        skipBlanks();
        while ((isAtLineEnd() && !isAtEnd()) || here() == '#') {
            if (here() == '#') {
                skipComment();
            } else {
                at++;
                line++;
                lineStart = at;
            }
            skipBlanks();
        }
        if (column() == 0 && isMarker()) {
            throw new UnusualYaml();
        }
    }

    private void skipComment() {
        if (at > 0 && text.charAt(at - 1) != ' ' && text.charAt(at - 1) != '\n') {
            throw new UnusualYaml();
        }
        int end = text.indexOf('\n', at);
        at = end < 0 ? text.length() : end;
    }

    /// Begins or ends a document, or tells the reader something.
    private boolean isMarker() {
        return text.startsWith("---", at) || text.startsWith("...", at) || here() == '%';
    }
}
