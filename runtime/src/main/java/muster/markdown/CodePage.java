package muster.markdown;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Windows-1252 read backwards: which byte a character stood for before somebody took UTF-8 for that code page.
/// The five bytes that the page leaves undefined stand for the C1 control of the same number, as browsers have
/// it.
final class CodePage {
    static final int NO_BYTE = -1;

    /// The bytes that Windows-1252 leaves undefined; some programs keep them as controls, some delete them.
    static final byte[] UNDEFINED = {(byte) 0x81, (byte) 0x8d, (byte) 0x8f, (byte) 0x90, (byte) 0x9d};

    private static final char UNMAPPABLE = '\uFFFD';
    private static final Map<Character, Integer> BYTES = bytes();

    private CodePage() {}

    private static Map<Character, Integer> bytes() {
        Map<Character, Integer> bytes = new HashMap<>();
        for (int value = 0x80; value <= 0xff; value++) {
            char decoded = new String(new byte[] {(byte) value}, Charset.forName("windows-1252")).charAt(0);
            bytes.put(decoded == UNMAPPABLE ? (char) value : decoded, value);
        }
        return Map.copyOf(bytes);
    }

    /// The byte 0x80 to 0xff that the character stood for, or [#NO_BYTE].
    static int byteOf(char character) {
        return BYTES.getOrDefault(character, NO_BYTE);
    }

    /// True if the character may stand for the second or a later byte of a UTF-8 sequence.
    static boolean continues(char character) {
        int value = byteOf(character);
        return value >= 0x80 && value <= 0xbf;
    }

    /// How many bytes a sequence has that begins with this character: 2 to 4, or 0 if none can begin with it.
    static int lengthAfter(char lead) {
        int value = byteOf(lead);
        if (value >= 0xc2 && value <= 0xdf) {
            return 2;
        }
        if (value >= 0xe0 && value <= 0xef) {
            return 3;
        }
        return value >= 0xf0 && value <= 0xf4 ? 4 : 0;
    }

    /// The bytes that the characters stood for; each must have one.
    static byte[] bytesOf(CharSequence characters) {
        byte[] bytes = new byte[characters.length()];
        for (int at = 0; at < bytes.length; at++) {
            bytes[at] = (byte) byteOf(characters.charAt(at));
        }
        return bytes;
    }

    /// The text of the bytes if they are right UTF-8, else null.
    static @Nullable String strictly(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Arrays.copyOf(bytes, bytes.length)))
                    .toString();
        } catch (CharacterCodingException wrong) {
            return null;
        }
    }
}
