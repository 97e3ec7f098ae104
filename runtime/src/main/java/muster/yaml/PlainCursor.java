package muster.yaml;

/// A place in the bytes of a text that moves from token to token.
final class PlainCursor {
    /// What stands behind the last byte.
    static final byte END = 0;

    private final TextLines lines;
    private final byte[] text;
    private final boolean ascii;
    private int at;
    private int line;
    private int lineStart;
    private int begin;

    /// Of the bytes in this line before `counted`, those that begin no character.
    private int inner;

    private int counted;

    /// Where to go back to: `at`, `line`, `lineStart`, `inner` and `counted`.
    private final int[] mark = new int[5];

    PlainCursor(String name, PlainBytes text) {
        this.lines = new TextLines(name);
        this.text = text.bytes();
        this.ascii = text.isAscii();
        this.at = text.start();
        this.lineStart = at;
        this.counted = at;
    }

    /// Here is where [#back()] leads.
    void mark() {
        mark[0] = at;
        mark[1] = line;
        mark[2] = lineStart;
        mark[3] = inner;
        mark[4] = counted;
    }

    void back() {
        at = mark[0];
        line = mark[1];
        lineStart = mark[2];
        inner = mark[3];
        counted = mark[4];
    }

    byte here() {
        return at < text.length ? text[at] : END;
    }

    byte peek(int ahead) {
        return at + ahead < text.length ? text[at + ahead] : END;
    }

    boolean isAtEnd() {
        return at >= text.length;
    }

    /// True if a blank or the end of the line follows so many bytes later.
    boolean isBlank(int ahead) {
        byte next = peek(ahead);
        return next == ' ' || next == '\n' || at + ahead >= text.length;
    }

    void advance(int count) {
        at += count;
    }

    /// A token begins here.
    void begin() {
        begin = characters();
    }

    /// Where the last token began, which is in this line.
    PlainPlace token() {
        return new PlainPlace(lines, line, begin);
    }

    /// Where the cursor stands.
    PlainPlace place() {
        return new PlainPlace(lines, line, characters());
    }

    private int characters() {
        while (!ascii && counted < at) {
            inner += (text[counted++] & 0xC0) == 0x80 ? 1 : 0;
        }
        return at - lineStart - inner;
    }

    int offset() {
        return at;
    }

    byte[] text() {
        return text;
    }

    /// The number of bytes in the line before the place, which are blanks and dashes where blocks begin.
    int column() {
        return at - lineStart;
    }

    int line() {
        return line;
    }

    void skipBlanks() {
        while (at < text.length && text[at] == ' ') {
            at++;
        }
    }

    /// To the next token, over blanks, comments and ends of lines.
    void skip() {
        skipBlanks();
        while (here() == '\n' || here() == '#') {
            if (here() == '#') {
                skipComment();
            } else {
                at++;
                line++;
                lineStart = at;
                counted = at;
                inner = 0;
            }
            skipBlanks();
        }
        if (at == lineStart && isMarker()) {
            throw new UnusualYaml();
        }
    }

    private void skipComment() {
        if (at > lineStart && text[at - 1] != ' ') {
            throw new UnusualYaml();
        }
        while (at < text.length && text[at] != '\n') {
            at++;
        }
    }

    /// Begins or ends a document, or tells the reader something.
    private boolean isMarker() {
        byte first = here();
        return first == '%' || ((first == '-' || first == '.') && peek(1) == first && peek(2) == first);
    }
}
