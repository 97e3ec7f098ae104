package muster.yaml;

import java.nio.charset.StandardCharsets;
import muster.plan.Location;

/// Reads texts in double quotes, and what stands between them, as JSON has them. Says no to whatever else there is, and
/// leaves it to others.
final class QuotedBytes {
    private final PlainCursor cursor;
    private final byte[] bytes;
    private int indent;
    private int begin;
    private int end;

    QuotedBytes(PlainCursor cursor) {
        this.cursor = cursor;
        this.bytes = cursor.text();
    }

    /// What follows is all indented by more than that.
    void indented(int by) {
        indent = by;
    }

    /// To the next token; false if there is none, or if it is indented too little.
    boolean next() {
        cursor.skip();
        return !cursor.isAtEnd() && cursor.column() > indent;
    }

    boolean isAt(char sign) {
        return cursor.here() == sign;
    }

    /// Over a sign, to the next token.
    boolean skip(char sign) {
        if (cursor.here() != sign) {
            return false;
        }
        cursor.advance(1);
        return next();
    }

    /// Over a closing bracket, to what is right behind it.
    boolean close(char bracket) {
        boolean closes = next() && cursor.here() == bracket;
        cursor.advance(closes ? 1 : 0);
        return closes;
    }

    /// True if a comma follows; goes on to what is behind it.
    boolean comma() {
        return next() && skip(',');
    }

    /// Over a text without escapes, which is the last one then.
    boolean text() {
        if (cursor.here() != '"') {
            return false;
        }
        cursor.begin();
        begin = cursor.offset() + 1;
        end = begin;
        while (end < bytes.length && bytes[end] != '"' && bytes[end] != '\\' && bytes[end] != '\n') {
            end++;
        }
        boolean ends = end < bytes.length && bytes[end] == '"';
        cursor.advance(ends ? end + 1 - cursor.offset() : 0);
        return ends;
    }

    /// Over a text and the colon behind it, to the value.
    boolean key() {
        if (!text()) {
            return false;
        }
        cursor.skipBlanks();
        return skip(':');
    }

    byte[] bytes() {
        return bytes;
    }

    /// The place of the last text.
    Location place() {
        return cursor.token().place();
    }

    /// Where the last text begins, behind its quote.
    int begin() {
        return begin;
    }

    int end() {
        return end;
    }

    /// The last text.
    String last() {
        return new String(bytes, begin, end - begin, StandardCharsets.UTF_8);
    }
}
