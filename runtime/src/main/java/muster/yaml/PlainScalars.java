package muster.yaml;

import java.util.HashMap;
import java.util.Map;
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

    private final PlainCursor cursor;
    private final ScalarResolver resolver = new JsonSchema().getScalarResolver();
    private final Map<String, Plain> plains = new HashMap<>();
    private final Map<String, String> texts = new HashMap<>();

    /// Where a scalar stands.
    enum Around {
        BLOCK,
        FLOW
    }

    /// One object for all equal texts, and what they are.
    private record Plain(String text, Tag tag) {}

    PlainScalars(PlainCursor cursor) {
        this.cursor = cursor;
    }

    ScalarNode read(Around around) {
        cursor.begin();
        return switch (cursor.here()) {
            case '"' -> quoted(ScalarStyle.DOUBLE_QUOTED);
            case '\'' -> quoted(ScalarStyle.SINGLE_QUOTED);
            default -> plain(around);
        };
    }

    private ScalarNode quoted(ScalarStyle style) {
        var text = style == ScalarStyle.DOUBLE_QUOTED ? doubleQuoted() : singleQuoted();
        var known = texts.putIfAbsent(text, text);
        return new PlainScalar(Tag.STR, known == null ? text : known, style, cursor);
    }

    private ScalarNode plain(Around around) {
        var text = around == Around.FLOW ? inFlow() : inBlock();
        var plain = plains.get(text);
        if (plain == null) {
            plain = new Plain(text, resolver.resolve(text, true));
            plains.put(text, plain);
        }
        return new PlainScalar(plain.tag, plain.text, ScalarStyle.PLAIN, cursor);
    }

    private void begin() {
        char first = cursor.here();
        if (NO_BEGIN.indexOf(first) >= 0
                || (first == '-' && (cursor.isBlank(1) || FLOW.indexOf(cursor.peek(1)) >= 0))) {
            throw new UnusualYaml();
        }
    }

    private String inBlock() {
        begin();
        int begin = cursor.offset();
        while (!cursor.isAtLineEnd() && !isKeyEnd() && !isCommentNext()) {
            cursor.advance(1);
        }
        return cursor.trimmedSince(begin);
    }

    private String inFlow() {
        begin();
        int begin = cursor.offset();
        while (!cursor.isAtLineEnd() && FLOW.indexOf(cursor.here()) < 0 && !isKeyEnd() && !isCommentNext()) {
            if (cursor.here() == '?' || (cursor.here() == ':' && FLOW.indexOf(cursor.peek(1)) >= 0)) {
                throw new UnusualYaml();
            }
            cursor.advance(1);
        }
        return cursor.trimmedSince(begin);
    }

    private boolean isKeyEnd() {
        return cursor.here() == ':' && cursor.isBlank(1);
    }

    private boolean isCommentNext() {
        return cursor.here() == ' ' && cursor.peek(1) == '#';
    }

    private String singleQuoted() {
        cursor.advance(1);
        int begin = cursor.offset();
        while (cursor.here() != '\'') {
            within();
            cursor.advance(1);
        }
        var text = cursor.since(begin);
        cursor.advance(1);
        if (cursor.here() == '\'') {
            throw new UnusualYaml();
        }
        return text;
    }

    private String doubleQuoted() {
        cursor.advance(1);
        int begin = cursor.offset();
        while (cursor.here() != '"' && cursor.here() != '\\') {
            within();
            cursor.advance(1);
        }
        var text = cursor.since(begin);
        if (cursor.here() == '\\') {
            text = unescaped(new StringBuilder(text));
        }
        cursor.advance(1);
        return text;
    }

    private String unescaped(StringBuilder text) {
        while (cursor.here() != '"') {
            within();
            boolean escaped = cursor.here() == '\\';
            text.append(escaped ? escaped(cursor.peek(1)) : cursor.here());
            cursor.advance(escaped && cursor.peek(1) == 'u' ? 6 : escaped ? 2 : 1);
        }
        return text.toString();
    }

    private void within() {
        if (cursor.isAtLineEnd()) {
            throw new UnusualYaml();
        }
    }

    private char escaped(char escape) {
        return switch (escape) {
            case '"', '\\', '/' -> escape;
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
