package muster.yaml;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Values by the bytes of their texts in a file, in open slots: a text that is known becomes no text again.
///
/// @param <T> what texts stand for
final class KnownBytes<T> {
    /// Spreads hashes that differ only in their last bits. Source: 2^32 divided by the golden ratio (Knuth 1973).
    private static final int SPREAD = 0x9E3779B9;

    private final byte[] bytes;
    private int[] begins = new int[64];
    private int[] lengths = new int[64];
    private @Nullable Object[] values = new @Nullable Object[64];
    private int count;

    KnownBytes(byte[] bytes) {
        this.bytes = bytes;
    }

    /// What the text between two places stands for; null if that is not known.
    @SuppressWarnings("unchecked")
    @Nullable
    T at(int begin, int end) {
        return (T) values[slot(begin, end)];
    }

    void put(int begin, int end, T value) {
        if (2 * ++count > values.length) {
            grow();
        }
        fill(begin, end - begin, value);
    }

    private void fill(int begin, int length, Object value) {
        int slot = slot(begin, begin + length);
        begins[slot] = begin;
        lengths[slot] = length;
        values[slot] = value;
    }

    private void grow() {
        int[] oldBegins = begins;
        int[] oldLengths = lengths;
        var old = values;
        begins = new int[2 * old.length];
        lengths = new int[2 * old.length];
        values = new @Nullable Object[2 * old.length];
        for (int slot = 0; slot < old.length; slot++) {
            var value = old[slot];
            if (value != null) {
                fill(oldBegins[slot], oldLengths[slot], value);
            }
        }
    }

    /// The slot of the text, or the open one where it would stand.
    private int slot(int begin, int end) {
        int hash = end - begin;
        for (int at = begin; at < end; at++) {
            hash = 31 * hash + bytes[at];
        }
        int slot = (hash * SPREAD) >>> (Integer.numberOfLeadingZeros(values.length) + 1);
        while (values[slot] != null && !isAt(slot, begin, end)) {
            slot = slot + 1 == values.length ? 0 : slot + 1;
        }
        return slot;
    }

    private boolean isAt(int slot, int begin, int end) {
        int there = begins[slot];
        return lengths[slot] == end - begin && Arrays.equals(bytes, there, there + lengths[slot], bytes, begin, end);
    }
}
