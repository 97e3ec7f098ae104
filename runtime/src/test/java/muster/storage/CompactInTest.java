package muster.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Against what [CompactOut] writes.
class CompactInTest {
    private static final int NUMBERS = 20_000;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final CompactOut out = new CompactOut(bytes);

    @Test
    void numbersOfAllLengthsAreReadAsTheyWereWritten() throws IOException {
        var random = new Random(1);
        long[] numbers = random.longs(NUMBERS)
                .map(number -> number >>> (1 + random.nextInt(63)))
                .toArray();
        numbers[0] = Long.MAX_VALUE;
        for (long number : numbers) {
            out.number(number);
        }

        var in = written();

        for (long number : numbers) {
            assertThat(in.number()).isEqualTo(number);
        }
        assertThat(in.isAtEnd()).isTrue();
    }

    @Test
    void textsOfAllLengthsAreReadAsTheyWereWritten() throws IOException {
        var texts = List.of("", "a", "\u00e4\ud83d\ude00", "x".repeat(70_000), "y".repeat(65_530), "z".repeat(200));
        for (var text : texts) {
            out.text(text);
        }

        var in = written();

        assertThat(texts).allSatisfy(text -> assertThat(in.text()).isEqualTo(text));
    }

    @Test
    void aSharedTextIsWrittenOnceAndBecomesOneValue() throws IOException {
        for (var place = 0; place < 1_000; place++) {
            out.shared("text" + place % 100);
        }

        var in = written();
        var values = new SharedValues<>(in, StringBuilder::new);
        var read = IntStream.range(0, 1_000).mapToObj(_ -> values.next()).toList();

        assertThat(bytes.size()).isLessThan(100 * 8 + 1_000);
        assertThat(read.get(742)).isSameAs(read.get(42)).hasToString("text42");
    }

    @Test
    void namesAndTextsAreReadAsTheyWereWritten() throws IOException {
        var texts = new TreeMap<>(Map.of("a", "1", "b", "", "c", "3"));
        out.texts(texts);
        out.texts(new TreeMap<>());

        var in = written();

        assertThat(in.texts()).isEqualTo(texts);
        assertThat(in.texts()).isEmpty();
    }

    @Test
    void whatWasNotWrittenIsUnreadable() {
        assertThatThrownBy(() -> read(5, 'a').text()).isInstanceOf(UnreadableEntry.class);
        assertThatThrownBy(() -> read().number()).isInstanceOf(UnreadableEntry.class);
        assertThatThrownBy(() -> read(1).shared()).isInstanceOf(UnreadableEntry.class);
        assertThatThrownBy(() -> read(-1, -1, -1, -1, -1, -1, -1, -1, -1, 1).number())
                .isInstanceOf(UnreadableEntry.class);
        assertThatThrownBy(() -> read(-1, -1, -1, -1, 127).count()).isInstanceOf(UnreadableEntry.class);
    }

    private static CompactIn read(int... bytes) {
        var all = new byte[bytes.length];
        for (var place = 0; place < all.length; place++) {
            all[place] = (byte) bytes[place];
        }
        return new CompactIn(all, 0, all.length);
    }

    private CompactIn written() throws IOException {
        out.flush();
        return new CompactIn(bytes.toByteArray(), 0, bytes.size());
    }
}
