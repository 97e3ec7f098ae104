package muster.psplib;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import muster.plan.Parsed;
import muster.plan.Problem;
import muster.rcpsp.Project;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PsplibReaderTest {
    private static final String TEXT = """
        ************************************************************************
        jobs (incl. supersource/sink ):  3
        RESOURCES
          - renewable                 :  1   R
          - nonrenewable              :  1   N
          - doubly constrained        :  0   D
        PRECEDENCE RELATIONS:
        jobnr.    #modes  #successors   successors
           1        1          1           2
           2        2          1           3
           3        1          0
        ************************************************************************
        REQUESTS/DURATIONS:
        jobnr. mode duration  R 1  N 1
        ------------------------------------------------------------------------
          1      1     0       0    0
          2      1     5       2    0
                 2     3       1    4
          3      1     0       0    0
        ************************************************************************
        RESOURCEAVAILABILITIES:
          R 1  N 1
            2    7
        ************************************************************************
        """;

    @Test
    void whatIsNoFileOfAProjectIsRefusedUnread(@TempDir Path folder) throws IOException {
        var large = folder.resolve("large.sm");
        try (var file = new RandomAccessFile(large.toFile(), "rw")) {
            file.setLength(1L << 40);
        }

        assertThat(messages(folder)).containsExactly(folder + ":1:1: it is a folder");
        assertThat(messages(large))
                .containsExactly(large + ":1:1: a project may have 16777216 bytes, got 1099511627776");
    }

    private static List<String> messages(Path file) throws IOException {
        return PsplibReader.read(file) instanceof Parsed.Failed<Project>(var problems)
                ? problems.stream().map(Problem::toString).toList()
                : List.of();
    }

    @Test
    void anOldFileIsReadWhateverItsLettersAndLineEndsAre(@TempDir Path folder) throws IOException {
        var old = "file: Fr\u00e9d\u00e9ric\r\n" + TEXT.replace("\n", "\r\n");
        var file = Files.write(folder.resolve("old.mm"), old.getBytes(StandardCharsets.ISO_8859_1));

        assertThat(PsplibReader.read(file)).isEqualTo(PsplibReader.read("new.mm", TEXT));
    }

    @Test
    void jobsModesAndBothKindsOfResourcesAreRead() {
        var project = ((Parsed.Ok<Project>) PsplibReader.read("a.mm", TEXT)).value();

        assertThat(project.renewable()).containsExactly(2);
        assertThat(project.nonrenewable()).containsExactly(7);
        assertThat(project.activities()).hasSize(3);
        assertThat(project.activities().get(1))
                .isEqualTo(new Project.Activity(
                        List.of(
                                new Project.Mode(5, List.of(2), List.of(0)),
                                new Project.Mode(3, List.of(1), List.of(4))),
                        List.of(new Project.Successor(2, 0))));
    }

    @Test
    void everyProblemHasItsPlace() {
        assertThat(problems(TEXT.replace("1           2\n", "1           9\n")))
                .containsExactly("a.mm:9:36: a successor is a job from 1 to 3, each once, got 9");
        assertThat(problems(TEXT.replace("1     5       2", "1     x       2")))
                .first()
                .isEqualTo("a.mm:17:16: a whole number of at most 9 digits is needed, got 'x'");
        assertThat(problems(TEXT.replace("    2    7\n", "    2\n")))
                .containsExactly("a.mm:23:5: 2 amounts are needed, got 1");
        assertThat(problems(TEXT.replace("2        2          1", "2        3          1")))
                .containsExactly("a.mm:10:1: job 2 announces 3 modes, but 2 are described");
        assertThat(problems(TEXT.replace("3        1          0", "3        1          1           2")))
                .containsExactly("a.mm:1:1: a project has no activities that wait for each other");
        assertThat(problems("")).hasSize(3);
    }

    private static List<String> problems(String text) {
        return ((Parsed.Failed<Project>) PsplibReader.read("a.mm", text))
                .problems().stream().map(Problem::toString).toList();
    }
}
