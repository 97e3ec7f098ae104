package muster.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The output that the README shows is what the demo prints. Figures are left out of the comparison: the tests play the
/// demo on fewer tables, and some depend on what the machine has installed.
class ReadmeOutputTest {
    private static final Pattern BLOCK = Pattern.compile("```\\n(Audit: .*?)```", Pattern.DOTALL);
    private static final Pattern FIGURES = Pattern.compile("\\d+|[0-9a-f]{12}");

    @Test
    void theReadmeShowsWhatTheDemoPrintsInItsOrder() throws IOException {
        var printed =
                PlayedDemo.once().said().stream().map(ReadmeOutputTest::masked).toList();

        var shown = shown();

        assertThat(shown).hasSizeGreaterThan(8);
        var from = 0;
        for (var line : shown) {
            var at = find(line, printed.subList(from, printed.size()));
            assertThat(at).as("the demo prints, in this order: " + line).isNotNegative();
            from += at + 1;
        }
    }

    private static List<String> shown() throws IOException {
        var block = BLOCK.matcher(Files.readString(root().resolve("README.md")));
        assertThat(block.find()).isTrue();
        return block.group(1)
                .lines()
                .filter(line -> !line.equals("..."))
                .map(ReadmeOutputTest::masked)
                .toList();
    }

    /// Three dots at the end of a shown line stand for its rest.
    private static int find(String shown, List<String> printed) {
        for (var i = 0; i < printed.size(); i++) {
            var line = printed.get(i);
            if (shown.endsWith("...") ? line.startsWith(shown.substring(0, shown.length() - 3)) : line.equals(shown)) {
                return i;
            }
        }
        return -1;
    }

    private static String masked(String line) {
        return FIGURES.matcher(line).replaceAll("N");
    }

    private static Path root() {
        var folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("README.md"))) {
            folder = folder.getParent();
        }
        return folder;
    }
}
