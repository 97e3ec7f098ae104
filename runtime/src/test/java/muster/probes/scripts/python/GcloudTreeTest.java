package muster.probes.scripts.python;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GcloudTreeTest {
    @TempDir
    Path folder;

    private GcloudTree tree;

    @BeforeEach
    void write() throws IOException {
        var list = folder.resolve("list.py");
        Files.writeString(list, """
            # Commands
            STATIC_COMPLETION_CLI_TREE = {
              "commands": {"run": {"commands": {"jobs": {"commands": {"deploy": {"commands": {}, "flags": {}}}}}}},
              "flags": {"--project": "dynamic"}
            }
            """);
        tree = GcloudTree.of(list);
    }

    @Test
    void commandsThatAreListedAreKnownAndWhatFollowsThemIsTheirOwn() {
        assertThat(tree.answer(List.of("run", "jobs", "deploy", "my-job"))).isEqualTo(new GcloudTree.Answer.Known());
        assertThat(tree.answer(List.of("--project=p", "run", "jobs"))).isEqualTo(new GcloudTree.Answer.Known());
        assertThat(tree.answer(List.of("run", "$COMMAND", "no"))).isEqualTo(new GcloudTree.Answer.Known());
    }

    @Test
    void aCommandThatIsNotListedIsLackingInItsGroup() {
        assertThat(tree.answer(List.of("run", "job", "deploy")))
                .isEqualTo(new GcloudTree.Answer.Lacks("gcloud run", "job"));
        assertThat(tree.answer(List.of("runs"))).isEqualTo(new GcloudTree.Answer.Lacks("gcloud", "runs"));
    }

    @Test
    void withoutAListNothingIsKnown() {
        assertThat(GcloudTree.of(null).answer(List.of("run"))).isEqualTo(new GcloudTree.Answer.Unknown());
        assertThat(GcloudTree.of(folder.resolve("gone")).answer(List.of("run")))
                .isEqualTo(new GcloudTree.Answer.Unknown());
    }
}
