package muster.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import muster.plan.Action;
import muster.plan.Branch;
import muster.plan.GitStep;
import muster.plan.HttpMethod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ActionJsonTest {
    private static final Branch BRANCH = new Branch("task/a");

    static Stream<Action> everyKind() {
        return Stream.of(
                new Action.Command(List.of("ls", "-l")),
                new Action.Command(List.of("ls"), BRANCH, Duration.ofMinutes(3)),
                new Action.Sql("main", List.of("SELECT 1")),
                new Action.Http(
                        HttpMethod.PUT,
                        "https://example.org/",
                        new TreeMap<>(Map.of("Accept", "text/plain")),
                        new TreeMap<>(Map.of("Authorization", "TOKEN")),
                        "body",
                        List.of(200, 409),
                        Duration.ofSeconds(5)),
                new Action.Http(
                        HttpMethod.GET, "http://localhost/", new TreeMap<>(), new TreeMap<>(), null, List.of(), null),
                new Action.Git(GitStep.MERGE, BRANCH, new Branch("main"), "Merge it"),
                new Action.Git(GitStep.WORKTREE, BRANCH, null, null),
                new Action.Agent(List.of("agent"), "Do it", BRANCH, Duration.ofHours(2)),
                new Action.Agent(List.of("agent"), "", null, null),
                new Action.Pack("warehouse.rename", new TreeMap<>(Map.of("family", "cov"))),
                new Action.Manual("by hand"));
    }

    @ParameterizedTest
    @MethodSource("everyKind")
    void anActionIsReadAsItWasWritten(Action action) {
        var text = ActionJson.action(action).text();

        assertThat(ActionJson.action(JsonIn.parse(text))).isEqualTo(action);
    }

    @Test
    void aCommandThatSaysNothingNewIsWrittenAsEver() {
        assertThat(ActionJson.action(new Action.Command(List.of("ls"))).text())
                .isEqualTo("{\"argv\":[\"ls\"],\"kind\":\"command\"}");
    }
}
