package muster.yaml;

import org.jspecify.annotations.Nullable;

/// The bytes of a text of which every character is plain.
///
/// @param start of the text, behind a byte order mark
/// @param isAscii true if each byte is a character
/// @param mayHoldVariables true if some text may hold `${name}`: as it is, or made of escapes
@SuppressWarnings("ArrayRecordComponent") // one array for all, never compared
record PlainBytes(byte[] bytes, int start, boolean isAscii, boolean mayHoldVariables) {
    /// The first character that takes three bytes.
    private static final int SHORTEST_OF_THREE = 0x800;

    /// Null if there is a tab, a carriage return, a character beyond the first plane or one that a file must not have,
    /// or if the bytes are not UTF-8.
    static @Nullable PlainBytes of(byte[] bytes) {
        int start = FileText.begin(bytes);
        boolean ascii = true;
        boolean variables = false;
        int at = start;
        while (at < bytes.length) {
            byte here = bytes[at];
            variables |= here == '\\' || (here == '{' && at > start && bytes[at - 1] == '$');
            int length = here >= ' ' || here == '\n' ? asciiLength(here) : wideLength(bytes, at);
            if (length == 0) {
                return null;
            }
            ascii &= length == 1;
            at += length;
        }
        return new PlainBytes(bytes, start, ascii, variables);
    }

    private static int asciiLength(byte here) {
        return here > '~' ? 0 : 1;
    }

    /// How many bytes the plain character that begins here has; 0 if there is none.
    private static int wideLength(byte[] bytes, int at) {
        int first = bytes[at] & 0xFF;
        int length = first >= 0xC2 && first < 0xE0 ? 2 : first >= 0xE0 && first < 0xF0 ? 3 : 0;
        if (at + length > bytes.length) {
            return 0;
        }
        int code = first & (length == 2 ? 0x1F : 0x0F);
        for (int next = 1; next < length; next++) {
            if ((bytes[at + next] & 0xC0) != 0x80) {
                return 0;
            }
            code = (code << 6) + (bytes[at + next] & 0x3F);
        }
        return isPlain(code) && (length == 2 || code >= SHORTEST_OF_THREE) ? length : 0;
    }

    /// No control characters, breaks of lines, surrogates, byte order marks or characters that are none.
    private static boolean isPlain(int code) {
        return code >= 0xA0
                && code != '\u2028'
                && code != '\u2029'
                && code < '\uFEFF'
                && (code < Character.MIN_SURROGATE || code > Character.MAX_SURROGATE);
    }
}
