package muster.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Steps that are finished once, and the files that say so.
class StagesTest {
    @TempDir
    Path folder;

    @Test
    void aFinishedStepIsNotRunAgainByAnotherProcess() throws Exception {
        var runs = new ArrayList<String>();

        new Stages(folder).once("plan", () -> runs.add("first"));
        new Stages(folder).once("plan", () -> runs.add("second"));

        assertThat(runs).isEqualTo(List.of("first"));
    }

    @Test
    void aStepThatFailedIsRunAgain() throws Exception {
        var stages = new Stages(folder);
        var runs = new ArrayList<String>();

        assertThatThrownBy(() -> stages.once("plan", () -> {
                    throw new IOException("cut off");
                }))
                .hasMessage("cut off");
        stages.once("plan", () -> runs.add("again"));

        assertThat(runs).isEqualTo(List.of("again"));
    }

    @Test
    void aWholeFileReplacesTheOldOneAndLeavesNoDraft() throws IOException {
        var file = folder.resolve("deep/report.json");

        WholeFile.write(file, "old");
        WholeFile.write(file, "né");

        assertThat(file).content(StandardCharsets.UTF_8).isEqualTo("né");
        try (var entries = Files.list(file.getParent())) {
            assertThat(entries).containsExactly(file);
        }
    }
}
