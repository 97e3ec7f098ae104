package muster.packs.warehouse.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import muster.packs.warehouse.call.WrongArgument;
import muster.packs.warehouse.call.WrongFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatementFileTest {
    private static final Instant NOON = Instant.parse("2026-01-12T12:00:00Z");

    /// A line of PostgreSQL 15's csvlog.
    private static final String CSVLOG =
            "2026-01-12 13:00:00.000 CET,\"ann\",\"shop\",7,\"[local]\",65a.7,1,\"SELECT\","
                    + "2026-01-12 12:59:00 CET,3/4,0,LOG,00000,\"%s\",,,,,,,,,\"psql\",\"client backend\",,0\n";

    @TempDir
    Path folder;

    @Test
    void aListOfStatementsSaysWhoAndWhen() throws IOException {
        var read = StatementFile.read(
                file("q.csv", "user,Time,query\nann,2026-01-12T12:00:00Z,\"SELECT 1,\n2\"\n,never,SELECT 3\n"));

        assertThat(read)
                .containsExactly(
                        new Statement("SELECT 1,\n2", "ann", 1, NOON), new Statement("SELECT 3", null, 1, null));
    }

    @Test
    void linesOfPostgresqlsCsvlogThatTellOfStatementsAreRead() throws IOException {
        var text = CSVLOG.formatted("statement: SELECT * FROM t")
                + CSVLOG.formatted("duration: 0.123 ms  execute S_1: SELECT $1")
                + CSVLOG.formatted("connection authorized: user=ann");

        assertThat(StatementFile.read(file("postgresql.csv", text)))
                .containsExactly(
                        new Statement("SELECT * FROM t", "ann", 1, NOON), new Statement("SELECT $1", "ann", 1, NOON));
    }

    @Test
    void linesOfPostgresqlsJsonlogLikewise() throws IOException {
        var text = """
            {"timestamp":"2026-01-12 12:00:00.000 UTC","user":"ann","pid":7,"message":"statement: SELECT \\"a\\"\\nFROM \\u0074"}
            {"timestamp":"2026-01-12 12:00:00.000 UTC","message":"checkpoint starting: time"}
            """;

        assertThat(StatementFile.read(file("postgresql.json", text)))
                .containsExactly(new Statement("SELECT \"a\"\nFROM t", "ann", 1, NOON));
    }

    @Test
    void plainSqlWasCarriedOutWhenItsFileWasWrittenAtTheLatest() throws IOException {
        var file = file("jobs.sql", "-- nightly\nSELECT ';' FROM a;\n\nSELECT 2 FROM b;\n");
        Files.setLastModifiedTime(file, FileTime.from(NOON));

        assertThat(StatementFile.read(file))
                .hasSize(2)
                .allSatisfy(each -> assertThat(each.last()).isEqualTo(NOON));
    }

    @Test
    void whatIsWrongWithAFileHasAPlace() throws IOException {
        refused(file("a.csv", "x,y\n1,2\n"), "a.csv:1:1: neither a line of PostgreSQL's csvlog nor a header");
        refused(
                file("b.csv", "user,query\nann\nbob,SELECT 1\neve\n"),
                "b.csv:2:1: the line has no query",
                "b.csv:4:1:");
        refused(file("c.json", "{}\nstatement: SELECT 1\n"), "c.json:2:1: expected an object");
        refused(folder.resolve("none.sql"), "there is no file");
        refused(
                Files.write(folder.resolve("d.sql"), "SELECT 'ä'".getBytes(StandardCharsets.ISO_8859_1)),
                "is not in UTF-8");
    }

    private static void refused(Path file, String... words) {
        assertThatThrownBy(() -> StatementFile.read(file))
                .isInstanceOfAny(WrongFile.class, WrongArgument.class)
                .hasMessageContainingAll(words);
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
