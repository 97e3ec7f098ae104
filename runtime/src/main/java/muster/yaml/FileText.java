package muster.yaml;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import muster.plan.Location;
import muster.plan.Parsed;
import muster.plan.Problem;
import org.jspecify.annotations.Nullable;

/// Turns the bytes of a file into text, or says why they are none.
public final class FileText {
    /// Largest plan file; a plan of 10,000 tasks with all details takes 4 MiB.
    static final int MOST_BYTES = 64 * 1024 * 1024;

    /// Largest plan file whose lists are read item by item; a plan of 1,000,000 short tasks takes 117 MiB of JSON.
    static final int MOST_PLAIN_BYTES = 256 * 1024 * 1024;

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private static final String SAVE = "Maybe save it as UTF-8";

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    /// Bytes that mean nothing there. Source: Unicode's table CP1252.TXT.
    private static final String UNUSED = "\u0081\u008D\u008F\u0090\u009D";

    private static final int HEAD = 512;

    private FileText() {}

    static @Nullable String decode(String name, byte[] bytes, Reading reading) {
        return switch (read(name, bytes)) {
            case Parsed.Ok<String>(var text) -> text;
            case Parsed.Failed<String>(var problems) -> {
                problems.forEach(reading::add);
                yield null;
            }
        };
    }

    /// The text of a file in UTF-8, without a byte order mark.
    ///
    /// @param name to put into the problem
    public static Parsed<String> read(String name, byte[] bytes) {
        var problem = problem(name, bytes);
        if (problem != null) {
            return new Parsed.Failed<>(List.of(problem));
        }
        var in = ByteBuffer.wrap(bytes);
        in.position(begin(bytes));
        var out = CharBuffer.allocate(bytes.length);
        var result = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .decode(in, out, true);
        return result.isError()
                ? new Parsed.Failed<>(List.of(undecodable(name, bytes, in.position())))
                : new Parsed.Ok<>(out.flip().toString());
    }

    private static @Nullable Problem problem(String name, byte[] bytes) {
        var start = new Location(name, 1, 1);
        if (bytes.length > MOST_BYTES) {
            return tooLarge(name);
        }
        if (startsWith(bytes, (byte) 0xFF, (byte) 0xFE, (byte) 0, (byte) 0)
                || startsWith(bytes, (byte) 0, (byte) 0, (byte) 0xFE, (byte) 0xFF)) {
            return new Problem(start, "the file is UTF-32", SAVE);
        }
        if (isHalfNul(bytes)
                || startsWith(bytes, (byte) 0xFF, (byte) 0xFE)
                || startsWith(bytes, (byte) 0xFE, (byte) 0xFF)) {
            return new Problem(start, "the file is UTF-16", SAVE);
        }
        for (var i = 0; i < bytes.length; i++) {
            if (bytes[i] == 0) {
                return Problem.at(at(name, bytes, i), "not text: NUL at byte " + i);
            }
        }
        return null;
    }

    /// Where the text begins: behind a byte order mark, if there is one.
    static int begin(byte[] bytes) {
        return startsWith(bytes, BYTE_ORDER_MARK) ? BYTE_ORDER_MARK.length : 0;
    }

    static Problem tooLarge(String name) {
        return new Problem(
                new Location(name, 1, 1),
                "the file is larger than " + MOST_BYTES / 1024 / 1024 + " MiB",
                "Maybe split it with 'include'");
    }

    private static Problem undecodable(String name, byte[] bytes, int offset) {
        var message = "not UTF-8: byte 0x%02X at offset %d".formatted(bytes[offset] & 0xFF, offset);
        var letter = isWindows(bytes)
                ? WINDOWS.decode(ByteBuffer.wrap(bytes, offset, 1)).toString()
                : "";
        return new Problem(
                at(name, bytes, offset),
                message,
                letter.isEmpty() ? SAVE : "Maybe it is Windows-1252, where that is '" + letter + "'; save it as UTF-8");
    }

    /// Text without a byte order mark whose first characters are of ASCII: every other byte is NUL.
    private static boolean isHalfNul(byte[] bytes) {
        var even = 0;
        var odd = 0;
        int pairs = Math.min(bytes.length, HEAD) / 2;
        for (var i = 0; i < pairs; i++) {
            even += bytes[2 * i] == 0 ? 1 : 0;
            odd += bytes[2 * i + 1] == 0 ? 1 : 0;
        }
        return pairs > 1 && Math.max(even, odd) * 2 > pairs && Math.min(even, odd) == 0;
    }

    /// Whether it could be text in that code page: no byte means nothing there, and none begins a letter of UTF-8.
    private static boolean isWindows(byte[] bytes) {
        for (var i = 0; i < bytes.length; i++) {
            boolean begins = (bytes[i] & 0xE0) == 0xC0 && i + 1 < bytes.length && (bytes[i + 1] & 0xC0) == 0x80;
            if (begins || UNUSED.indexOf((char) (bytes[i] & 0xFF)) >= 0) {
                return false;
            }
        }
        return true;
    }

    private static Location at(String name, byte[] bytes, int offset) {
        var line = 1;
        var start = begin(bytes);
        for (var i = 0; i < offset; i++) {
            if (bytes[i] == '\n') {
                line++;
                start = i + 1;
            }
        }
        var before = new String(bytes, start, Math.max(0, offset - start), StandardCharsets.UTF_8);
        return new Location(name, line, before.codePointCount(0, before.length()) + 1);
    }

    private static boolean startsWith(byte[] bytes, byte... prefix) {
        return bytes.length >= prefix.length && Arrays.equals(bytes, 0, prefix.length, prefix, 0, prefix.length);
    }
}
