package muster.packs.training.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import muster.packs.training.Desk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FooterTest {
    private static final int TAIL = 8;

    @TempDir
    Path folder;

    private Path file;
    private byte[] whole;

    @BeforeEach
    void aFile() throws Exception {
        Desk.of(folder)
                .file(
                        "a.parquet",
                        "SELECT i AS k, i * 0.5 AS x, 'w' || i AS w, TIMESTAMP '2025-01-01' AS t FROM range(50) r(i)");
        file = folder.resolve("a.parquet");
        whole = Files.readAllBytes(file);
    }

    @Test
    void noiseInAFooterIsAnswersOrOneTroubleThatNamesTheFile() throws Exception {
        var random = new Random(7);
        int refused = 0;
        for (int turn = 0; turn < 600; turn++) {
            var noisy = whole.clone();
            for (int change = 0; change <= turn % 4; change++) {
                noisy[whole.length - TAIL - 1 - random.nextInt(length())] = (byte) random.nextInt();
            }
            Files.write(file, noisy);
            try {
                assertThat(Footer.read(file).columns()).isNotEmpty();
            } catch (IOException e) {
                assertThat(e).hasMessageContaining("a.parquet");
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(100);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 20, 100})
    void aFooterOfAnotherLengthIsDamaged(int length) throws Exception {
        var tail = ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(length)
                .array();
        System.arraycopy(tail, 0, whole, whole.length - TAIL, tail.length);
        Files.write(file, whole);

        assertThatThrownBy(() -> Footer.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("a.parquet has a footer that cannot be read: it is damaged");
    }

    @Test
    void aFooterThatCountsOtherRowsThanItsGroupsIsNotBelieved() throws Exception {
        var footer = Footer.read(file);
        footer.content().setNum_rows(51);

        assertThat(Plausible.flaw(footer)).isEqualTo("it says 51 rows, its row groups have 50");
    }

    @Test
    void aChunkOfOtherRowsOrAnotherTypeIsNotBelieved() throws Exception {
        var footer = Footer.read(file);
        var facts = Footer.facts(Footer.chunks(footer.groups().getFirst()).get(1));
        facts.setNum_values(49);

        assertThat(Plausible.flaw(footer)).contains("column x has 49 values").contains("for 50 rows");
        facts.setType(org.apache.parquet.format.Type.INT32);
        assertThat(Plausible.flaw(footer)).isEqualTo("column x has another type in a row group");
    }

    @Test
    void aFolderAFileThatEndsEarlyAndAnEncryptedOneAreNone() throws Exception {
        Files.createDirectories(folder.resolve("b.parquet"));
        assertThatThrownBy(() -> Footer.read(folder.resolve("b.parquet")))
                .hasMessageContaining("b.parquet is a folder");

        Files.write(file, Arrays.copyOf(whole, whole.length - 1));
        assertThatThrownBy(() -> Footer.read(file))
                .hasMessageContaining("a.parquet is no Parquet file, or it is cut off");

        whole[whole.length - 1] = 'E';
        Files.write(file, whole);
        assertThatThrownBy(() -> Footer.read(file)).hasMessageContaining("a.parquet is encrypted");
    }

    @Test
    void aTimeWithAZoneIsAnotherTypeThanOneWithout() throws Exception {
        Desk.of(folder)
                .file("z.parquet", "SELECT TIMESTAMPTZ '2025-01-01 00:00:00+00' AS a, TIMESTAMP '2025-01-01' AS b");

        assertThat(Footer.read(folder.resolve("z.parquet")).columns())
                .extracting(ColumnFacts::type)
                .containsExactly("TIMESTAMP WITH TIME ZONE", "TIMESTAMP");
    }

    @Test
    void notesStandInTheOrderOfTheirNames() throws Exception {
        var notes = new java.util.LinkedHashMap<String, String>();
        notes.put("b", "2");
        notes.put("c", "3");
        notes.put("a", "1");
        Stitch.write(java.util.List.of(file), folder.resolve("s.parquet"), notes);

        assertThat(Footer.read(folder.resolve("s.parquet")).content().getKey_value_metadata())
                .extracting(org.apache.parquet.format.KeyValue::getKey)
                .containsExactly("a", "b", "c");
    }

    private int length() {
        return ByteBuffer.wrap(whole).order(ByteOrder.LITTLE_ENDIAN).getInt(whole.length - TAIL);
    }
}
