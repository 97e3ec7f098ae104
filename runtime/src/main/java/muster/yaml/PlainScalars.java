package muster.yaml;

import java.nio.charset.StandardCharsets;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.ScalarResolver;
import org.snakeyaml.engine.v2.schema.JsonSchema;

/// Texts, numbers and words that stand in one line.
final class PlainScalars {
    private static final String FLOW = ",[]{}";

    /// What no plain text begins with, or begins with only if something else does not follow.
    private static final String NO_BEGIN = ",[]{}#&*!|>'\"%@`?:";

    /// The longest word that is no text: `false`.
    private static final int LONGEST_WORD = 5;

    /// What needs a closer look within a plain text.
    private static final boolean[] STOPS = stops();

    private final PlainCursor cursor;
    private final byte[] text;
    private final ScalarResolver resolver = new JsonSchema().getScalarResolver();
    private final PlainWords plains;
    private final PlainWords quoted;

    /// Where a scalar stands.
    enum Around {
        BLOCK,
        FLOW
    }

    PlainScalars(PlainCursor cursor) {
        this.cursor = cursor;
        this.text = cursor.text();
        this.plains = new PlainWords(text, this::tag);
        this.quoted = new PlainWords(text, _ -> Tag.STR);
    }

    private static boolean[] stops() {
        var stops = new boolean[1 << Byte.SIZE];
        for (char stop : (FLOW + "?: \n").toCharArray()) {
            stops[stop] = true;
        }
        return stops;
    }

    ScalarNode read(Around around) {
        cursor.begin();
        return switch (cursor.here()) {
            case '"' -> new PlainScalar(Tag.STR, doubleQuoted(), ScalarStyle.DOUBLE_QUOTED, cursor);
            case '\'' -> new PlainScalar(Tag.STR, singleQuoted(), ScalarStyle.SINGLE_QUOTED, cursor);
            default -> plain(around);
        };
    }

    private ScalarNode plain(Around around) {
        begin();
        int begin = cursor.offset();
        int end = end(begin, around);
        cursor.advance(end - begin);
        while (end > begin && text[end - 1] == ' ') {
            end--;
        }
        var word = plains.at(begin, end);
        return new PlainScalar(word.tag(), word.text(), ScalarStyle.PLAIN, cursor);
    }

    /// Nothing that begins with a letter is anything but text, apart from three short words.
    private Tag tag(String word) {
        boolean letter = !word.isEmpty() && Character.isLetter(word.charAt(0));
        return letter && word.length() > LONGEST_WORD ? Tag.STR : resolver.resolve(word, true);
    }

    private void begin() {
        byte first = cursor.here();
        if (NO_BEGIN.indexOf(first) >= 0
                || (first == '-' && (cursor.isBlank(1) || FLOW.indexOf(cursor.peek(1)) >= 0))) {
            throw new UnusualYaml();
        }
    }

    /// Where a plain text ends, blanks included.
    private int end(int begin, Around around) {
        int at = begin;
        while (at < text.length && !(STOPS[text[at] & 0xFF] && ends(at, around))) {
            at++;
        }
        return at;
    }

    private boolean ends(int at, Around around) {
        byte next = at + 1 < text.length ? text[at + 1] : (byte) '\n';
        return switch (text[at]) {
            case '\n' -> true;
            case ' ' -> next == '#';
            case ':' -> next == ' ' || next == '\n' || (around == Around.FLOW && refusing(FLOW.indexOf(next) >= 0));
            case '?' -> around == Around.FLOW && refusing(true);
            default -> around == Around.FLOW;
        };
    }

    private static boolean refusing(boolean unusual) {
        if (unusual) {
            throw new UnusualYaml();
        }
        return false;
    }

    private String singleQuoted() {
        int begin = cursor.offset() + 1;
        int end = quoteEnd(begin, (byte) '\'', (byte) '\'');
        cursor.advance(end + 1 - cursor.offset());
        return cursor.here() == '\'' ? unusual() : quoted.at(begin, end).text();
    }

    private static String unusual() {
        throw new UnusualYaml();
    }

    private String doubleQuoted() {
        int begin = cursor.offset() + 1;
        int end = quoteEnd(begin, (byte) '"', (byte) '\\');
        cursor.advance(end - cursor.offset());
        var read = text[end] == '"'
                ? quoted.at(begin, end).text()
                : unescaped(new StringBuilder(new String(text, begin, end - begin, StandardCharsets.UTF_8)));
        cursor.advance(1);
        return read;
    }

    /// The first of the two, in this line.
    private int quoteEnd(int begin, byte quote, byte escape) {
        int at = begin;
        while (at < text.length && text[at] != quote && text[at] != escape && text[at] != '\n') {
            at++;
        }
        if (at == text.length || text[at] == '\n') {
            throw new UnusualYaml();
        }
        return at;
    }

    /// From the first escape to the closing quote.
    private String unescaped(StringBuilder read) {
        while (cursor.here() != '"') {
            if (cursor.here() == '\\') {
                read.append(escaped(cursor.peek(1)));
                cursor.advance(cursor.peek(1) == 'u' ? 6 : 2);
            } else {
                int begin = cursor.offset();
                int end = quoteEnd(begin, (byte) '"', (byte) '\\');
                read.append(new String(text, begin, end - begin, StandardCharsets.UTF_8));
                cursor.advance(end - begin);
            }
        }
        return read.toString();
    }

    private char escaped(byte escape) {
        return switch (escape) {
            case '"', '\\', '/' -> (char) escape;
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'u' -> unicode();
            default -> throw new UnusualYaml();
        };
    }

    /// Half of a pair of surrogates is left to the library.
    private char unicode() {
        int code = 0;
        for (int digit = 2; digit < 6; digit++) {
            int value = Character.digit(cursor.peek(digit), 16);
            if (value < 0 || cursor.peek(digit) > 'f') {
                throw new UnusualYaml();
            }
            code = 16 * code + value;
        }
        if (Character.isSurrogate((char) code)) {
            throw new UnusualYaml();
        }
        return (char) code;
    }
}
