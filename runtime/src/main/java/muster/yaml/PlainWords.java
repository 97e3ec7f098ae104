package muster.yaml;

import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Tag;

/// Texts that stand in a file again and again, each made once as long as no other takes its slot.
final class PlainWords {
    /// Enough for all keys of a file and for what lately stood in it.
    private static final int SLOTS = 1 << 13;

    private final byte[] bytes;
    private final Function<String, Tag> tag;
    private final @Nullable Word[] slots = new Word[SLOTS];

    /// A text, what it is and where it stood first.
    record Word(String text, Tag tag, int begin, int length) {}

    /// @param tag says what a text is
    PlainWords(byte[] bytes, Function<String, Tag> tag) {
        this.bytes = bytes;
        this.tag = tag;
    }

    /// The text between two places.
    Word at(int begin, int end) {
        int hash = end - begin;
        for (int at = begin; at < end; at++) {
            hash = 31 * hash + bytes[at];
        }
        int slot = (hash ^ (hash >>> 15)) & (SLOTS - 1);
        var known = slots[slot];
        if (known != null && known.length == end - begin && isSame(known.begin, begin, known.length)) {
            return known;
        }
        var text = new String(bytes, begin, end - begin, StandardCharsets.UTF_8);
        var word = new Word(text, tag.apply(text), begin, end - begin);
        slots[slot] = word;
        return word;
    }

    private boolean isSame(int one, int other, int length) {
        for (int at = 0; at < length; at++) {
            if (bytes[one + at] != bytes[other + at]) {
                return false;
            }
        }
        return true;
    }
}
