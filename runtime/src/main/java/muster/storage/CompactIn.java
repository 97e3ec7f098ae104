package muster.storage;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Reads what [CompactOut] wrote; whatever else it is given is an [UnreadableEntry].
final class CompactIn {
    private static final int LONGEST_SHIFT = 56;

    private final byte[] bytes;
    private final int end;
    private int at;
    private @Nullable String[] shared = new @Nullable String[64];
    private int known;

    /// The bytes between two places.
    CompactIn(byte[] bytes, int begin, int end) {
        this.bytes = bytes;
        this.at = begin;
        this.end = end;
    }

    long number() {
        long value = 0;
        int shift = 0;
        int here = next();
        while (here < 0 && shift < LONGEST_SHIFT) {
            value |= (here & 0x7FL) << shift;
            shift += 7;
            here = next();
        }
        if (here < 0) {
            throw new UnreadableEntry("a number that is too large");
        }
        return value | (long) here << shift;
    }

    private byte next() {
        if (at == end) {
            throw new UnreadableEntry("more is said than there is");
        }
        return bytes[at++];
    }

    /// How many things follow, each of which takes a byte at least.
    int count() {
        long count = number();
        if (count > end - at) {
            throw new UnreadableEntry("more is said than there is");
        }
        return (int) count;
    }

    String text() {
        int length = count();
        at += length;
        return new String(bytes, at - length, length, StandardCharsets.UTF_8);
    }

    /// The number of the next shared text, from 1; see [#shared(int)].
    int shared() {
        int number = (int) Math.min(number(), Integer.MAX_VALUE);
        if (number > known) {
            throw new UnreadableEntry("a text that was not said");
        }
        return number == 0 ? add(text()) : number;
    }

    private int add(String text) {
        if (known == shared.length) {
            shared = Arrays.copyOf(shared, 2 * known);
        }
        shared[known++] = text;
        return known;
    }

    /// The shared text of a number that was read.
    String shared(int number) {
        var text = number > known ? null : shared[number - 1];
        if (text == null) {
            throw new UnreadableEntry("a text that was not said");
        }
        return text;
    }

    SortedMap<String, String> texts() {
        int count = count();
        if (count == 0) {
            return Collections.emptySortedMap();
        }
        var texts = new TreeMap<String, String>();
        for (int left = count; left > 0; left--) {
            texts.put(shared(shared()), text());
        }
        return texts;
    }

    boolean isAtEnd() {
        return at == end;
    }
}
