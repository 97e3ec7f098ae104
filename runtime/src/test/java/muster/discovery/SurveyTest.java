package muster.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import muster.plan.Expectation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SurveyTest {
    private static final String PROGRAM = "if __name__ == '__main__':\n    pass\n";

    @TempDir
    Path root;

    @Test
    void theFoldersOwnScriptsThatThePlanDoesNotSpeakOfAreFound() throws IOException {
        put("scripts/named.py", PROGRAM);
        var plan = RepositoryPlan.of(root, Instant.EPOCH);
        put("scripts/other.py", PROGRAM);
        put("scripts/module.py", "X = 1\n");
        put("run.sh", "echo\n");
        put("tests/test_other.py", PROGRAM);
        put("vendor/theirs.sh", "echo\n");

        var beside = Survey.beside(root, plan);

        assertThat(beside)
                .extracting(each -> each.probe().target(), each -> each.id().value())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("run.sh", "beside:run.sh"),
                        org.assertj.core.groups.Tuple.tuple("scripts/other.py", "beside:scripts:other.py"));
        assertThat(beside).extracting(Expectation::id).doesNotHaveDuplicates();
    }

    private void put(String path, String text) throws IOException {
        Files.createDirectories(root.resolve(path).getParent());
        Files.writeString(root.resolve(path), text);
    }
}
