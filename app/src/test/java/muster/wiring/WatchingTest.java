package muster.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import muster.discovery.Fingerprint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchingTest {
    @Test
    void aRoundIsMadeAtOnceAndAfterEachChange() {
        var states = new ArrayList<>(List.of("a", "a", "a", "b", "b", "b", "c", "c"));
        var rounds = new ArrayList<String>();
        var watching = new Watching(states::removeFirst, () -> {
            if (rounds.size() == 3) {
                throw new InterruptedException();
            }
        });

        assertThatThrownBy(() -> watching.rounds(() -> rounds.add("round"))).isInstanceOf(InterruptedException.class);

        assertThat(rounds).hasSize(3);
    }

    @Test
    void aFolderChangesWithItsFilesButNotWithWhatMusterKeeps(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("a.sh"), "echo");
        var before = Fingerprint.of(folder);

        Files.createDirectory(folder.resolve(".muster"));
        Files.writeString(folder.resolve(".muster/report.json"), "{}");
        assertThat(Fingerprint.of(folder)).isEqualTo(before);
        Files.writeString(folder.resolve("a.sh"), "echo again");

        assertThat(Fingerprint.of(folder)).isNotEqualTo(before);
    }
}
