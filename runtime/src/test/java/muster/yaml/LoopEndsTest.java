package muster.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import muster.plan.Parsed;
import muster.plan.Problem;
import org.junit.jupiter.api.Test;

/// A loop whose steps wait for something that waits for the end of the loop would never end.
class LoopEndsTest {
    private static final String HINT =
            "\nMaybe it belongs into loop tune: what waits for a step of a loop from outside waits for the end of the loop";

    @Test
    void aStepOutsideThatALoopStepNeedsMayNotNeedTheLoop() {
        assertThat(problems(
                        "{id: change, title: Change, needs: [check]}",
                        "{id: check, title: Check, needs: [measure]}",
                        ""))
                .containsExactly(
                        "p:4:10: phase tune waits for itself: phase tune -> task change -> task check -> phase tune"
                                + HINT);
    }

    @Test
    void norRequireWhatAStepOfTheLoopProvides() {
        assertThat(problems(
                        "{id: change, title: Change, provides: [changed], needs: [check]}",
                        "{id: check, title: Check, requires: [changed]}",
                        ""))
                .hasSize(1)
                .allMatch(each -> each.startsWith("p:4:10: phase tune waits for itself"));
    }

    @Test
    void norStandBehindAGateAfterAStepOfTheLoop() {
        assertThat(problems(
                        "{id: change, title: Change, needs: [check]}",
                        "{id: check, title: Check}",
                        "gates: [{id: seen, title: Seen, after: [measure], guards: [check]}]"))
                .hasSize(1)
                .allMatch(each -> each.contains("gate seen"));
    }

    @Test
    void aGateWithinTheLoopIsMetInEveryRound() {
        assertThat(problems(
                        "{id: change, title: Change}",
                        "{id: check, title: Check, needs: [measure]}",
                        "gates: [{id: seen, title: Seen, after: [change], guards: [measure]}]"))
                .isEmpty();
    }

    @Test
    void whatTheLoopWaitsForMayBeOutside() {
        assertThat(problems("{id: change, title: Change, needs: [check]}", "{id: check, title: Check}", ""))
                .isEmpty();
    }

    @Test
    void aPhaseThatIsNoLoopIsNotWaitedForAsAWhole() {
        var file = file(
                        "{id: change, title: Change, needs: [check]}",
                        "{id: check, title: Check, needs: [measure]}",
                        "")
                .replace("mode: loop", "mode: parallel");

        assertThat(problems(file)).isEmpty();
    }

    private static List<String> problems(String change, String check, String gates) {
        return problems(file(change, check, gates));
    }

    private static List<String> problems(String file) {
        return switch (PlanReader.read("p", file.getBytes(StandardCharsets.UTF_8))) {
            case Parsed.Ok<?> _ -> List.of();
            case Parsed.Failed<?>(var problems) ->
                problems.stream().map(Problem::toString).toList();
        };
    }

    private static String file(String change, String check, String gates) {
        return """
                muster: 1
                plan: {id: demo, title: Demo, start: "2026-01-05T09:00:00Z"}
                phases:
                  - {id: tune, title: Tune, mode: loop, tasks: [
                      %s,
                      {id: measure, title: Measure}]}
                  - {id: rest, title: Rest, tasks: [
                      %s]}
                %s
                """.formatted(change, check, gates);
    }
}
