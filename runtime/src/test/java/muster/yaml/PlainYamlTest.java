package muster.yaml;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/// The reader of plain YAML against its twin, the library: whatever it takes, both read in the same way.
class PlainYamlTest {
    private static final int MUTANTS = 30_000;
    private static final String LETTERS = " \n:-,[]{}#\"'&*!|>?%@=~ax1.0_/\\u\u00e9\u3000";
    private static final List<Path> FOLDERS = List.of(
            Path.of("../examples"), Path.of("src/test/resources"), Path.of("../app/src/test"), Path.of("../docs"));

    @Test
    void mostFilesArePlainAndEachIsReadAsByTheLibrary() {
        int plain = 0;
        var texts = texts();
        for (var text : texts) {
            plain += compared(text) ? 1 : 0;
        }
        assertThat(plain).isGreaterThan(texts.size() / 2);
    }

    /// Each mutant is a few lines of a real file with up to three changes.
    @Test
    void noMutantIsReadOtherwiseThanByTheLibrary() {
        var texts = texts();
        int plain = 0;
        for (long seed = 0; seed < MUTANTS; seed++) {
            var random = new Random(seed);
            var text = mutant(texts.get(random.nextInt(texts.size())), random);
            try {
                plain += compared(text) ? 1 : 0;
            } catch (AssertionError different) {
                throw new AssertionError("seed " + seed + ":\n" + text, different);
            }
        }
        assertThat(plain).isGreaterThan(MUTANTS / 10);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":1,\"b\":[true,null,-2.5e3,\"x\"]}",
                "{\n  \"a\" : {\"b\": \"\\u00e9\\n\\/\\\"\"}\n}\n",
                "a:\n- b: 1\n  c: [d, e f, 'g']\n- h\nk: # why\n  l: x # y\n",
                "- - a\n  - b\n-\n  c: http://x.y/z#no\n",
                "a:\n  - b\n  - c: 'd'\n    e: -1\nf: g:h\n",
            })
    void whatIsPlainIsTaken(String text) {
        assertThat(compared(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a: |\n  b\n",
                "a: &x b\n",
                "a: *x\n",
                "a: !t b\n",
                "a:\n",
                "a: b\n  c\n",
                "a: \"b\n  c\"\n",
                "{a}",
                "[a: b]",
                "[a, ]",
                "a: b: c\n",
                "? a\n: b\n",
                "--- a\n",
                "a: b\n...\n",
                "a:\tb\n",
                "a: b\r\n",
                "[a, b",
                "a: 'it''s'\n",
                "a: \"\\ud83d\\ude00\"\n",
                "a: 1\n b: 2\n",
                "  a: 1\n b: 2\n",
                "a: [\nb]\n",
                "a: - b\n",
                "a: b #c\n  d\n",
                "[a]#b",
                "[a]: b",
            })
    void whatIsUnusualOrWrongIsLeftToTheLibrary(String text) {
        assertThat(composed(text)).isNull();
    }

    /// False if it is left to the library.
    private static boolean compared(String text) {
        var plain = composed(text);
        if (plain == null) {
            return false;
        }
        var reading = new Reading();
        var twin = YamlText.composeByLibrary("x", text, reading);
        assertThat(reading.problems()).isEmpty();
        assertThat(shown(plain)).isEqualTo(shown(twin));
        return true;
    }

    private static @Nullable Node composed(String text) {
        var plain = PlainBytes.of(text.getBytes(UTF_8));
        return plain == null ? null : PlainYaml.compose("x", plain);
    }

    private static String shown(Node node) {
        var at = Places.of(node).toString() + " " + node.getTag() + " ";
        return switch (node) {
            case ScalarNode scalar -> at + scalar.getScalarStyle() + " '" + scalar.getValue() + "'\n";
            case SequenceNode list ->
                at + list.getFlowStyle() + "[\n"
                        + String.join(
                                "",
                                list.getValue().stream()
                                        .map(PlainYamlTest::shown)
                                        .toList()) + "]\n";
            case MappingNode mapping ->
                at + mapping.getFlowStyle() + "{\n"
                        + String.join(
                                "",
                                mapping.getValue().stream()
                                        .map(tuple -> shown(tuple.getKeyNode()) + shown(tuple.getValueNode()))
                                        .toList())
                        + "}\n";
            default -> throw new IllegalArgumentException(node.toString());
        };
    }

    private static String mutant(String text, Random random) {
        var lines = text.lines().toList();
        int first = random.nextInt(Math.max(1, lines.size()));
        int last = Math.min(lines.size(), first + 1 + random.nextInt(8));
        int indent = lines.subList(first, last).stream()
                .mapToInt(PlainYamlTest::indent)
                .min()
                .orElse(0);
        var mutant = new StringBuilder();
        lines.subList(first, last)
                .forEach(line -> mutant.append(line.substring(Math.min(indent, line.length())))
                        .append('\n'));
        for (int change = random.nextInt(4); change > 0; change--) {
            int at = random.nextInt(mutant.length() + 1);
            if (random.nextBoolean() && at < mutant.length()) {
                mutant.deleteCharAt(at);
            } else {
                mutant.insert(at, LETTERS.charAt(random.nextInt(LETTERS.length())));
            }
        }
        // Half of a pair of surrogates has no bytes: a file cannot hold it.
        return new String(mutant.toString().getBytes(UTF_8), UTF_8);
    }

    private static int indent(String line) {
        return (int) IntStream.range(0, line.length())
                .takeWhile(at -> line.charAt(at) == ' ')
                .count();
    }

    private static List<String> texts() {
        return FOLDERS.stream()
                .filter(Files::isDirectory)
                .flatMap(PlainYamlTest::texts)
                .toList();
    }

    private static Stream<String> texts(Path folder) {
        try (var files = Files.walk(folder)) {
            return files
                    .filter(file ->
                            file.toString().endsWith(".yaml") || file.toString().endsWith(".json"))
                    .sorted()
                    .flatMap(PlainYamlTest::text)
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> text(Path file) {
        try {
            return Stream.of(Files.readString(file));
        } catch (MalformedInputException _) {
            return Stream.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
