package muster.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class ProjectScheduleCommandTest {
    /// Two jobs of 3 and 2 periods compete for one unit, between a start and an end.
    private static final String PROJECT = """
        jobs (incl. supersource/sink ):  4
        RESOURCES
          - renewable                 :  1   R
          - nonrenewable              :  0   N
          - doubly constrained        :  0   D
        PRECEDENCE RELATIONS:
        jobnr.    #modes  #successors   successors
           1        1          2           2   3
           2        1          1           4
           3        1          1           4
           4        1          0
        REQUESTS/DURATIONS:
        jobnr. mode duration  R 1
        ------------------------------------------------------------------------
          1      1     0       0
          2      1     3       1
          3      1     2       1
          4      1     0       0
        RESOURCEAVAILABILITIES:
          R 1
            1
        """;

    /// Two jobs, each slow or dear: only one of them can be fast.
    private static final String MODES = """
        jobs (incl. supersource/sink ):  4
        RESOURCES
          - renewable                 :  1   R
          - nonrenewable              :  1   N
          - doubly constrained        :  0   D
        PRECEDENCE RELATIONS:
        jobnr.    #modes  #successors   successors
           1        1          1           2
           2        2          1           3
           3        2          1           4
           4        1          0
        REQUESTS/DURATIONS:
        jobnr. mode duration  R 1  N 1
        ------------------------------------------------------------------------
          1      1     0       0    0
          2      1     2       1    4
                 2     6       1    3
          3      1     1       1    4
                 2     3       1    2
          4      1     0       0    0
        RESOURCEAVAILABILITIES:
          R 1  N 1
            1    7
        """;

    private @Nullable String before;

    @TempDir
    Path folder;

    @Test
    void aProjectIsScheduledAndTheCheckerAgrees() throws IOException {
        var said = Said.to("schedule", "--psplib", project(PROJECT), "--schedules", "100", "--json")
                .exits(Exit.YES);

        var json = said.json("muster.project-schedule/1");
        assertThat(json.get("result").asString()).isEqualTo("optimal");
        assertThat(json.get("makespan").asInt()).isEqualTo(5);
        assertThat(json.get("bound").asInt()).isEqualTo(5);
        assertThat(json.get("starts")).hasSize(4);
        assertThat(json.get("schedules").asInt()).isBetween(1, 100);
        assertThat(json.get("cpu_seconds").asDouble()).isNotNegative();
        var file = Small.file(folder, "schedule.json", said.out());
        assertThat(Said.to("check-schedule", "--psplib", project(PROJECT), file)
                        .exits(Exit.YES)
                        .out())
                .isEqualTo("valid\n");
    }

    @Test
    void aTamperedScheduleIsFoundOut() throws IOException {
        var said = Said.to("schedule", "--psplib", project(PROJECT), "--json");
        var file = Small.file(
                folder, "schedule.json", said.out().replaceAll("\"starts\" : [^]]*]", "\"starts\" : [0, 0, 0, 3]"));

        assertThat(Said.to("check-schedule", "--psplib", project(PROJECT), "--schedule", file)
                        .exits(Exit.NO)
                        .out())
                .contains("at 0, 2 of renewable resource 1 are held, but there are 1");
    }

    @Test
    void aLimitOfProcessorTimeIsKept() throws IOException {
        var json = Said.to("schedule", "--psplib", project(PROJECT), "--cpu-seconds", "0.5", "--json")
                .exits(Exit.YES)
                .json("muster.project-schedule/1");

        assertThat(json.get("makespan").asInt()).isEqualTo(5);
    }

    @Test
    void aProjectThatAsksForMoreThanThereIsHasNoSchedule() throws IOException {
        var json = Said.to("schedule", "--psplib", project(PROJECT.replace("3       1", "3       2")), "--json")
                .exits(Exit.NO)
                .json("muster.project-schedule/1");

        assertThat(json.get("result").asString()).isEqualTo("infeasible");
        assertThat(json.get("reason").asString()).contains("activity 2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cp-sat", "both"})
    @EnabledOnOs(value = OS.LINUX, architectures = "amd64")
    void theOtherSolversProveTheSame(String solver) throws IOException {
        var json = solved(project(PROJECT), solver, Exit.YES);

        assertThat(json.get("result").asString()).isEqualTo("optimal");
        assertThat(json.get("makespan").asInt()).isEqualTo(5);
        assertThat(json.get("bound").asInt()).isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cp-sat", "both"})
    @EnabledOnOs(value = OS.LINUX, architectures = "amd64")
    void modesAreChosenAndWhereNoChoiceIsPossibleThatIsProven(String solver) throws IOException {
        var possible = solved(project(MODES), solver, Exit.YES);
        var impossible = solved(project(MODES.replace("1    7\n", "1    4\n")), solver, Exit.NO);

        assertThat(possible.get("makespan").asInt()).isEqualTo(5);
        assertThat(possible.get("result").asString()).isEqualTo("optimal");
        assertThat(impossible.get("result").asString()).isEqualTo("infeasible");
    }

    /// Our own bounds do not prove this one.
    @Test
    @EnabledOnOs(value = OS.LINUX, architectures = "amd64")
    void whoNamesATimeAndNoSolverGetsTheProof() {
        var project = Path.of("..", "..", "shared", "data", "psplib", "j30", "j3010_1.sm");
        assumeThat(project).as("the instance, a file beside the project").exists();

        var json = Said.to("schedule", "--psplib", project, "--cpu-seconds", "10", "--json")
                .exits(Exit.YES)
                .json("muster.project-schedule/1");

        assertThat(json.get("result").asString()).isEqualTo("optimal");
        assertThat(json.get("makespan").asInt()).isEqualTo(42);
    }

    private static JsonNode solved(Path file, String solver, Exit exit) {
        return Said.to("schedule", "--psplib", file, "--solver", solver, "--json")
                .exits(exit)
                .json("muster.project-schedule/1");
    }

    /// Where the library of CP-SAT is unpacked.
    @BeforeEach
    void home() throws IOException {
        before = System.getProperty("muster.home");
        System.setProperty(
                "muster.home", Files.createDirectories(Path.of("target")).toString());
    }

    @AfterEach
    void restoreHome() {
        if (before == null) {
            System.clearProperty("muster.home");
        } else {
            System.setProperty("muster.home", before);
        }
    }

    @Test
    void whatIsWrongIsSaid() throws IOException {
        var project = project(PROJECT);

        Said.to("schedule").refuses(Exit.USAGE, "either --plan FILE or --psplib FILE");
        Said.to("schedule", "--psplib", folder.resolve("none")).refuses(Exit.NOT_FOUND, "is not there");
        Said.to("schedule", "--psplib", project, "--schedules", "0").refuses(Exit.USAGE, "at least 1, got 0");
        Said.to("schedule", "--psplib", project, "--cpu-seconds", "-1").refuses(Exit.USAGE, "got -1.0");
        Said.to("schedule", "--psplib", project, "--cpu-seconds", "1", "--schedules", "1")
                .refuses(Exit.USAGE, "not both");
        Said.to("schedule", "--psplib", project, "--solver", "luck").refuses(Exit.USAGE, "none of own, cp-sat, both");
        Said.to("schedule", "--psplib", Small.file(folder, "bad.sm", PROJECT.replace("2   3\n", "2   9\n")))
                .refuses(Exit.INVALID, "bad.sm:8:", "a successor is a job from 1 to 4");
        Said.to("check-schedule", "--psplib", project, Small.file(folder, "bad.json", "{}"))
                .refuses(Exit.INVALID, "bad.json: it is no muster.project-schedule/1");
    }

    private Path project(String text) throws IOException {
        return Small.file(folder, "small.sm", text);
    }
}
