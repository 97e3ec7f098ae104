package muster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The container files of the training example: what they start is run here as they start it.
class TrainingContainersTest {
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"");

    @TempDir
    Path folder;

    @Test
    void theJobsOfTheContainersMakeTheTrainingFile() throws IOException {
        Said.to(
                        "warehouse",
                        "generate",
                        "--workspace",
                        folder,
                        "pairs=eurusd",
                        "families=agg",
                        "windows=45,90",
                        "rows=300",
                        "variant=bqx")
                .exits(Exit.YES);

        started("Dockerfile.extract").exits(Exit.YES);
        started("Dockerfile.merge").exits(Exit.YES);

        assertThat(folder.resolve("eurusd.parquet")).exists();
    }

    private Said started(String file) throws IOException {
        var words = new ArrayList<Object>();
        for (var line : Files.readAllLines(examples().resolve(file))) {
            if (line.startsWith("ENTRYPOINT ") || line.startsWith("CMD ")) {
                WORD.matcher(line).results().forEach(word -> words.add(word.group(1)));
            }
        }
        var given = words.indexOf("/opt/muster/muster.jar");
        assertThat(words.subList(0, given)).isEqualTo(List.of("java", "--enable-native-access=ALL-UNNAMED", "-jar"));
        var arguments = new ArrayList<>(words.subList(given + 1, words.size()));
        arguments.addAll(List.of("--workspace", folder));
        return Said.to(arguments.toArray());
    }

    private static Path examples() {
        var root = Path.of("").toAbsolutePath();
        while (!Files.exists(root.resolve("examples/actions/training"))) {
            root = root.getParent();
        }
        return root.resolve("examples/actions/training");
    }
}
