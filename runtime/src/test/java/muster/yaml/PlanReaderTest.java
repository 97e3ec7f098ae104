package muster.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import muster.plan.Parsed;
import muster.plan.Plan;
import muster.plan.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlanReaderTest {
    private static final String HEAD = "muster: 1\nplan: {id: demo, title: Demo, start: \"2026-01-05T09:00:00Z\"}\n";

    @TempDir
    private Path folder;

    @Test
    void aByteOrderMarkOfUtf8IsSkipped() {
        assertThat(PlanReader.read("p", ("\ufeff" + HEAD).getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Parsed.Ok.class);
    }

    @Test
    void aTitleStandsOnOneLine() {
        var agents = HEAD + "agents:\n  - {id: a, name: \"A\\nB\", role: R, kind: human}\n";
        var task = "phases:\n  - id: w\n    title: |\n      W\n    tasks: [{id: t, title: \"x\\u2028y\"}]\n";

        assertThat(messages(PlanReader.read("p", (agents + task).getBytes(StandardCharsets.UTF_8))))
                .containsExactly(
                        "p:4:19: name must be on one line, without control characters, got 'A\\nB'",
                        "p:7:12: title must be on one line, without control characters, got 'W\\n'\n"
                                + "Maybe end it with no line break: >- in place of > or |",
                        "p:9:28: title must be on one line, without control characters, got 'x\\ny'");
    }

    @Test
    void whatATaskWritesLiesInTheWorkspace() {
        var task = HEAD
                + "phases: [{id: w, title: W, tasks: [{id: t, title: T, writes: [a/**, ../x, /etc/x, a/../../b]}]}]";

        assertThat(messages(PlanReader.read("p", task.getBytes(StandardCharsets.UTF_8))))
                .containsExactly(
                        "p:3:69: writes must be a path within the workspace, got '../x'",
                        "p:3:75: writes must be a path within the workspace, got '/etc/x'",
                        "p:3:83: writes must be a path within the workspace, got 'a/../../b'");
    }

    @Test
    void utf16IsNamed() {
        assertThat(messages(PlanReader.read("p", HEAD.getBytes(StandardCharsets.UTF_16))))
                .containsExactly("p:1:1: the file is UTF-16\nMaybe save it as UTF-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
    void utf16WithoutAMarkIsNamed(String charset) {
        assertThat(messages(PlanReader.read("p", HEAD.getBytes(Charset.forName(charset)))))
                .containsExactly("p:1:1: the file is UTF-16\nMaybe save it as UTF-8");
    }

    @Test
    void utf32IsNamed() {
        var bytes = ("\ufeff" + HEAD).getBytes(Charset.forName("UTF-32LE"));

        assertThat(messages(PlanReader.read("p", bytes)))
                .containsExactly("p:1:1: the file is UTF-32\nMaybe save it as UTF-8");
    }

    @Test
    void aFileOfWindowsIsNamedWithItsFirstLetter() {
        var bytes = "muster: 1\n# gr\u00fc\u00dfe \u20ac\n".getBytes(Charset.forName("windows-1252"));

        assertThat(messages(PlanReader.read("p", bytes)))
                .containsExactly("p:2:5: not UTF-8: byte 0xFC at offset 14\n"
                        + "Maybe it is Windows-1252, where that is '\u00fc'; save it as UTF-8");
    }

    @Test
    void bytesThatAreNotUtf8AreNamedByOffsetAndPlace() {
        var bytes = "muster: 1\n# \u00e4\u00e4\u00ff\n".getBytes(StandardCharsets.UTF_8);
        bytes[17] = (byte) 0x20;

        assertThat(messages(PlanReader.read("p", bytes)))
                .containsExactly("p:2:5: not UTF-8: byte 0xC3 at offset 16\nMaybe save it as UTF-8");
    }

    @Test
    void binaryFilesAreRefused() {
        assertThat(messages(PlanReader.read("p", "muster: 1\nab\0c".getBytes(StandardCharsets.UTF_8))))
                .containsExactly("p:2:3: not text: NUL at byte 12");
    }

    @Test
    void columnsCountCodePoints() {
        var text = HEAD + "warnings: [\"\ud83d\udccc\u00e4\", 7]\n";

        assertThat(messages(PlanReader.read("p", text.getBytes(StandardCharsets.UTF_8))))
                .containsExactly("p:3:18: warnings must be text, got 7\nMaybe put it in quotes: \"7\"");
    }

    @Test
    void aSurrogatePairAcrossTheBuffersOfTheParserIsRead() {
        for (var length = 1000; length < 1100; length++) {
            var text = HEAD + "warnings: [\"" + "x".repeat(length) + "\ud83d\udccc\"]\n";

            assertThat(PlanReader.read("p", text.getBytes(StandardCharsets.UTF_8)))
                    .isInstanceOf(Parsed.Ok.class);
        }
    }

    @Test
    void aFileThatIsTooLargeIsRefusedUnread() throws IOException {
        var file = folder.resolve("muster.yaml");
        try (var sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(1L << 40);
        }

        assertThat(messages(PlanReader.read(file)))
                .containsExactly(file + ":1:1: the file is larger than 64 MiB\nMaybe split it with 'include'");
    }

    @Test
    void bytesThatAreTooManyAreRefused() {
        assertThat(messages(PlanReader.read("p", new byte[FileText.MOST_BYTES + 1])))
                .containsExactly("p:1:1: the file is larger than 64 MiB\nMaybe split it with 'include'");
    }

    @Test
    void aMissingFileAndAFolderAreProblems() {
        var missing = folder.resolve("muster.yaml");

        assertThat(messages(PlanReader.read(missing))).containsExactly(missing + ":1:1: there is no such file");
        assertThat(messages(PlanReader.read(folder)))
                .containsExactly(folder + ":1:1: the file cannot be read: it is a folder");
    }

    @Test
    void aliasesThatMultiplyEachOtherAreStopped() {
        var text = HEAD
                + "phases:\n  - &p\n    id: p\n    title: P\n    tasks:\n      - &t\n        id: t\n        title: T\n"
                + "        requires: [" + "f,".repeat(40_000) + "f]\n" + "      - *t\n".repeat(20)
                + "  - *p\n".repeat(20);

        assertThat(messages(PlanReader.read("p", text.getBytes(StandardCharsets.UTF_8))))
                .anyMatch(message -> message.contains("more than " + Reading.MOST_VALUES + " values"));
    }

    @Test
    void aChainOfManyTasksDoesNotExhaustTheStack() {
        var text = new StringBuilder(HEAD + "phases:\n  - id: p\n    title: P\n    tasks:\n");
        for (var i = 0; i < 20_000; i++) {
            text.append("      - {id: t%d, title: T, needs: [t%d]}\n".formatted(i, (i + 1) % 20_000));
        }

        assertThat(messages(PlanReader.read("p", text.toString().getBytes(StandardCharsets.UTF_8))))
                .hasSize(1);
    }

    static LongStream seeds() {
        return LongStream.range(0, 100);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void damagedFilesAreProblemsNeverExceptions(long seed) {
        var random = new Random(seed);
        var text = new StringBuilder(PlanWriter.write(new PlanDice(seed).plan()));

        for (var i = 0; i < 1 + random.nextInt(4); i++) {
            var at = random.nextInt(text.length());
            switch (random.nextInt(3)) {
                case 0 -> text.deleteCharAt(at);
                case 1 -> text.insert(at, ":-[]{}\"'#&*!|>%@\n\t 0a~".charAt(random.nextInt(22)));
                default -> text.delete(at, Math.min(text.length(), at + random.nextInt(40)));
            }
        }

        assertThat(PlanReader.read("p", text.toString().getBytes(StandardCharsets.UTF_8)))
                .isNotNull();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void noiseIsAProblemNeverAnException(long seed) {
        var bytes = new byte[200];
        new Random(seed).nextBytes(bytes);

        assertThat(PlanReader.read("p", bytes)).isInstanceOf(Parsed.Failed.class);
    }

    private static List<String> messages(Parsed<Plan> parsed) {
        return switch (parsed) {
            case Parsed.Ok<Plan> _ -> List.of();
            case Parsed.Failed<Plan> failed ->
                failed.problems().stream().map(Problem::toString).toList();
        };
    }
}
