package muster.markdown;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The rule for sequences of which one byte was deleted on the way, because the code page leaves it undefined:
/// each of the five such bytes is put back at each place, and the result counts only if exactly one of them is a
/// symbol that plans use.
final class LostByte {
    /// Symbols of which one UTF-8 byte is undefined in Windows-1252, and that people write in plans.
    private static final Set<String> SYMBOLS = Set.of(
            "\u274c", "\u274e", "\u2753", "\u2757", "\u25cf", "\ufe0f", "\u201d", "\u2190", "\u21d0", "\u2b50",
            "\u2610", "\u23f0", "\u23f1", "\u23f3");

    private LostByte() {}

    /// The symbol that these characters were before a byte was lost, or null if none or several are possible.
    static @Nullable String symbol(String characters) {
        byte[] kept = CodePage.bytesOf(characters);
        List<String> candidates = IntStream.rangeClosed(1, kept.length)
                .boxed()
                .flatMap(at -> withByteAt(kept, at))
                .map(CodePage::strictly)
                .filter(Objects::nonNull)
                .filter(SYMBOLS::contains)
                .distinct()
                .toList();
        return candidates.size() == 1 ? candidates.getFirst() : null;
    }

    private static Stream<byte[]> withByteAt(byte[] kept, int at) {
        return IntStream.range(0, CodePage.UNDEFINED.length).mapToObj(which -> {
            byte[] whole = new byte[kept.length + 1];
            System.arraycopy(kept, 0, whole, 0, at);
            whole[at] = CodePage.UNDEFINED[which];
            System.arraycopy(kept, at, whole, at + 1, kept.length - at);
            return whole;
        });
    }
}
