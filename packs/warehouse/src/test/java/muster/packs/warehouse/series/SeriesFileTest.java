package muster.packs.warehouse.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import muster.packs.warehouse.call.WrongArgument;
import muster.packs.warehouse.sql.DuckDbFile;
import muster.packs.warehouse.sql.Session;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SeriesFileTest {
    private static final String NAMES = "time,open,high,low,close,volume";
    private static final String FIRST = "2025-01-01 00:00:00,1,2,0.5,1.5,7";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2025-03-04",
                "2025-03-04 00:00",
                "2025-03-04 00:00:00",
                "2025-03-04T00:00:00Z",
                "2025-03-04 00:00:00.000",
                "2025-03-04T02:00:00+02:00",
                "2025-03-03 19:00:00-05",
                " 2025-03-04T00:00:00Z "
            })
    void aTimeIsReadAsUtcOrByItsOffset(String time) throws Exception {
        assertThat(read(csv(time + ",1,2,0.5,1.5,7"))).containsExactly("2025-03-04 00:00:00 1.0 2.0 0.5 1.5 7");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"03/04/2025", "1735689600", "yesterday", "", "2025-02-30", "00:01:00", "2025-03-04 25:00:00"})
    void aTimeOfAnotherFormIsNotGuessed(String time) {
        assertRefused(csv(time + ",1,2,0.5,1.5,7"), "1 of 1 rows have no time", "row 1: " + time + ", 1, 2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "inf", "-Infinity", "0", "-1.5", "n/a", "", "1_5", "0x1", "\"1,234.5\"", "1e999"})
    void aPriceThatIsNoNumberAboveZeroIsToldWithItsRow(String price) {
        assertRefused(
                csv(FIRST, "2025-01-01 00:01:00,1," + price + ",0.5,1,7"),
                "1 of 2 rows have a price that is missing, no number, or not above 0; the first is row 2: 2025-01-01 00:01:00, 1, "
                        + price.replace("\"", ""),
                "Maybe write prices such as 1234.5");
    }

    @ParameterizedTest
    @CsvSource({"1,2,0.5,2.5", "2.5,2,0.5,1", "0.4,2,0.5,1", "1,2,0.5,0.4", "1,0.4,0.5,1"})
    void pricesThatContradictEachOtherAreRefused(String open, String high, String low, String close) {
        var row = String.join(",", "2025-01-01 00:01:00", open, high, low, close, "7");

        assertRefused(csv(FIRST, row), "1 of 2 rows have a high below the low, or an open or close outside of them");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "nan", "many", "1e30"})
    void aVolumeThatIsNoneIsRefused(String volume) {
        assertRefused(csv("2025-01-01 00:00:00,1,2,0.5,1.5," + volume), "1 of 1 rows have a volume that is no number");
    }

    @Test
    void aVolumeThatIsNotSaidIsZeroAndAShareIsRounded() throws Exception {
        var rows = read(csv("2025-01-01 00:00:00,1,2,0.5,1.5,", "2025-01-01 00:01:00,1,2,0.5,1.5,2.6"));

        assertThat(rows)
                .extracting(row -> row.substring(row.lastIndexOf(' ') + 1))
                .containsExactly("0", "3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uFEFF", ""})
    void marksAndLineEndsOfOtherSystemsArePutUpWith(String mark) throws Exception {
        var text = mark + "Time;Open_IDX; high ;low;close\r\n2025-01-01 00:00:00;1;2;0.5;1.5\r\n";

        assertThat(read(file("a.csv", text))).containsExactly("2025-01-01 00:00:00 1.0 2.0 0.5 1.5 0");
    }

    @Test
    void rowsStandInTheOrderOfTimeWhateverTheOrderOfTheFile() throws Exception {
        var rows = read(csv("2025-01-01 00:01:00,1,2,0.5,1.5,2", FIRST));

        assertThat(rows).extracting(row -> row.substring(0, 19)).isSorted();
    }

    @Test
    void aRepeatedTimeIsToldWithTheRowThatRepeatsIt() {
        assertRefused(
                csv(FIRST, "2025-01-01T02:00:00+02:00,1,2,0.5,1.5,9"),
                "repeat the time of an earlier row; the first is row 2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2025-01-01 00:01:00,1,2 | line 3 has 3 cells, the first line 6",
                "2025-01-01 00:01:00,1,2,0.5,1.5,7,8 | line 3 has 7 cells, the first line 6",
                "2025-01-01 00:01:00,1,2,0.5,1.5,\"7 | line 3 begins a quotation that never ends"
            })
    void aLineThatIsCutOffIsToldByItsNumber(String line, String told) {
        assertRefused(csv(FIRST, line), told);
    }

    @Test
    void twoColumnsThatMayBeTheSameAreNotChosenFrom() {
        assertRefused(
                file("a.csv", "time,open,high,low,close,close_idx\n2025-01-01,1,2,0.5,1,1\n"),
                "close may be any of the columns close, close_idx");
    }

    @Test
    void aFileWithoutRowsOrNamesIsRefused() {
        assertRefused(csv(), "has no rows");
        assertRefused(file("b.csv", FIRST + "\n"), "has no column for time, open, high, low, close");
        assertRefused(file("c.csv", ""), "has no column for time");
    }

    @Test
    void aFileOfAnotherEncodingIsRefused() throws Exception {
        var file = folder.resolve("latin.csv");
        Files.write(file, (NAMES + ",\u00e9\n").getBytes(StandardCharsets.ISO_8859_1));

        assertRefused(file, "is not in UTF-8");
    }

    @Test
    void aParquetFileWithTimesOfAZoneIsReadInUtcAndOneThatIsNoneIsRefused() throws Exception {
        var good =
                parquet("TIMESTAMPTZ '2025-01-01 05:00:00+05' AS time, 1 AS open, 2 AS high, 0.5 AS low, 1 AS close");

        assertThat(read(good)).containsExactly("2025-01-01 00:00:00 1.0 2.0 0.5 1.0 0");
        assertRefused(
                parquet("1 AS time, 1 AS open, 2 AS high, 0.5 AS low, 1 AS close"),
                "time is INTEGER, which is no time");
        assertRefused(file("x.parquet", "PAR1"), "is no Parquet file that can be read");
    }

    @Test
    void aFileIsReadAloneWhateverItsNameMeansToTheEngine() throws Exception {
        file("ab.csv", NAMES + "\n2030-01-01,9,9,9,9,9\n");

        assertThat(read(file("a?.csv", NAMES + "\n" + FIRST + "\n")))
                .containsExactly("2025-01-01 00:00:00 1.0 2.0 0.5 1.5 7");
    }

    @Test
    void sessionsTellTimesInUtcWhereverTheMachineStands() throws Exception {
        try (var session = Session.open(DuckDbFile::inMemory)) {
            assertThat(session.one("SELECT current_setting('TimeZone')").text(0))
                    .isEqualTo("UTC");
        }
    }

    private Path csv(String... rows) {
        return file(
                "series.csv",
                NAMES + "\n"
                        + String.join(
                                "",
                                List.of(rows).stream().map(row -> row + "\n").toList()));
    }

    private Path file(String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text);
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        }
    }

    private Path parquet(String columns) throws Exception {
        var file = folder.resolve("series.parquet");
        try (var session = Session.open(DuckDbFile::inMemory)) {
            session.execute("COPY (SELECT %s) TO '%s' (FORMAT parquet)".formatted(columns, file));
        }
        return file;
    }

    private static List<String> read(Path file) throws Exception {
        try (var session = Session.open(DuckDbFile::inMemory)) {
            new SeriesFile(file, SeriesFile.Level.AS_IS).into(session, "made", "eurusd");
            return session
                    .query(
                            "SELECT CAST(interval_time AS VARCHAR), open_idx, high_idx, low_idx, close_idx, volume_idx FROM made")
                    .stream()
                    .map(row -> String.join(
                            " ", row.values().stream().map(String::valueOf).toList()))
                    .toList();
        }
    }

    private static void assertRefused(Path file, String... told) {
        assertThatThrownBy(() -> read(file)).isInstanceOf(WrongArgument.class).hasMessageContainingAll(told);
    }
}
