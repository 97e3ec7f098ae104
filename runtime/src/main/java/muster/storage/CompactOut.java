package muster.storage;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;

/// Numbers and texts, one behind the other, in few bytes: a number has seven bits in each byte, the lowest first, and a
/// high bit in all but the last; a text is the number of its bytes in UTF-8, then these. [CompactIn] reads them.
final class CompactOut {
    private static final int ROOM = 1 << 16;
    private static final int LONGEST_NUMBER = 9;

    private final OutputStream out;
    private final Map<String, Integer> known = new HashMap<>();
    private final byte[] bytes = new byte[ROOM];
    private int count;

    CompactOut(OutputStream out) {
        this.out = out;
    }

    /// Not negative.
    void number(long value) throws IOException {
        if (count > ROOM - LONGEST_NUMBER) {
            flush();
        }
        long rest = value;
        while (rest > 0x7F) {
            bytes[count++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[count++] = (byte) rest;
    }

    void text(String text) throws IOException {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        number(encoded.length);
        if (encoded.length > ROOM - count) {
            flush();
        }
        if (encoded.length > ROOM) {
            out.write(encoded);
        } else {
            System.arraycopy(encoded, 0, bytes, count, encoded.length);
            count += encoded.length;
        }
    }

    /// A text that mostly occurs again: 0 and the text the first time, then its number, from 1.
    void shared(String text) throws IOException {
        var number = known.putIfAbsent(text, known.size() + 1);
        number(number == null ? 0 : number);
        if (number == null) {
            text(text);
        }
    }

    /// Their count, then each name and its text.
    void texts(SortedMap<String, String> texts) throws IOException {
        number(texts.size());
        for (var entry : texts.entrySet()) {
            shared(entry.getKey());
            text(entry.getValue());
        }
    }

    void flush() throws IOException {
        out.write(bytes, 0, count);
        count = 0;
    }
}
