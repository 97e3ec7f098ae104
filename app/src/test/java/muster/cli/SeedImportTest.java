package muster.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The two documents that this project was built from, imported on the command line. The numbers were counted by hand.
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class SeedImportTest {
    private static final String DIRECTIVE = "003_e201b026a90178e6.txt";
    private static final String PROTOCOL = "004_6e826696a097c9b8.txt";

    @TempDir
    Path folder;

    @Test
    void theDirectiveIsCounted() throws IOException {
        assertThat(counts(DIRECTIVE))
                .containsAllEntriesOf(Map.of(
                        "questions", 6, "file_expectations", 29, "in_scope", 23, "deliverables", 6, "repairs", 19));
    }

    @Test
    void theProtocolIsCounted() throws IOException {
        assertThat(counts(PROTOCOL))
                .containsAllEntriesOf(Map.of("tasks", 43, "meetings", 3, "rollbacks", 3, "repairs", 3, "alerts", 12));
    }

    @Test
    void bothGiveTheSamePlanTwiceAndItIsValid() throws IOException {
        for (var name : new String[] {DIRECTIVE, PROTOCOL}) {
            counts(name);
            var first = Files.readAllBytes(folder.resolve("plan.yaml"));
            counts(name);

            assertThat(folder.resolve("plan.yaml")).hasBinaryContent(first);
            Said.to("validate", folder.resolve("plan.yaml")).exits(Exit.YES);
        }
    }

    private Map<String, Integer> counts(String name) throws IOException {
        var seed = seed(name);
        assumeThat(seed).as("the document, a file beside the project").isPresent();
        var json = Said.to("import", seed.orElseThrow(), "--out", folder.resolve("plan.yaml"), "--json")
                .exits(Exit.YES)
                .json("muster.import/1");
        var counts = new TreeMap<String, Integer>();
        json.properties().stream()
                .filter(field -> field.getValue().isInt())
                .forEach(field -> counts.put(field.getKey(), field.getValue().asInt()));
        return counts;
    }

    private static Optional<Path> seed(String name) {
        return Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
                .map(folder -> folder.resolve("shared/seeds").resolve(name))
                .filter(Files::exists)
                .findFirst();
    }
}
