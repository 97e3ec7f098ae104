package muster.coordination;

import static muster.coordination.Together.DEVOPS;
import static muster.coordination.Together.PERF;
import static muster.coordination.Together.QA;
import static muster.coordination.Together.step;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import muster.plan.Severity;
import muster.plan.TaskId;
import muster.run.Command;
import muster.run.Place;
import muster.run.RunStatus;
import muster.run.StepState;
import org.junit.jupiter.api.Test;

class BlockerRulesTest {
    private static final MatterId FIRST = MatterId.parse("BL-001");

    private final Together team = new Together(
            Instant.parse("2024-01-15T10:00:00Z"),
            List.of(step("a", DEVOPS, List.of(), List.of()), step("b", PERF, List.of(), List.of())),
            List.of(),
            Together.charter(List.of(), List.of(), List.of("a", "b")));

    @Test
    void theRunHoldsWhatIsBlockedUntilItIsResolved() {
        team.grant(raise(Severity.P1, "a"));

        assertThat(team.step("a")).isInstanceOf(StepState.Waiting.class);
        assertThat(team.step("b")).isInstanceOf(StepState.Ready.class);
        team.complete("b", PERF);
        assertThat(team.run.status()).isEqualTo(RunStatus.RUNNING);
        assertThat(team.deny(new BlockerCommand.Resolve(FIRST, QA, ""))).isEqualTo("how was it resolved?");
        team.grant(new BlockerCommand.Resolve(FIRST, QA, "the script was written"));

        assertThat(team.step("a")).isInstanceOf(StepState.Ready.class);
        assertThat(team.deny(new BlockerCommand.Resolve(FIRST, QA, "again")))
                .isEqualTo("BL-001 was resolved before by qa");
    }

    @Test
    void whatIsUnderWayMayEnd() {
        team.run(new Command.Claim(new TaskId("a"), DEVOPS, Place.OUTSIDE));

        team.grant(raise(Severity.P0, "a"));
        team.run(new Command.Succeed(new TaskId("a"), team.run.fence(), new java.util.TreeMap<>()));

        assertThat(team.step("a")).isInstanceOf(StepState.Done.class);
    }

    @Test
    void aP0WithoutTasksHoldsEverythingAndAP2Nothing() {
        team.grant(raise(Severity.P2, "a"));
        assertThat(team.step("a")).isInstanceOf(StepState.Ready.class);
        team.grant(raise(Severity.P0));

        assertThat(Stream.of("a", "b").map(team::step)).hasOnlyElementsOfType(StepState.Waiting.class);
        team.grant(new BlockerCommand.Resolve(MatterId.parse("BL-002"), QA, "the quota was raised"));
        assertThat(Stream.of("a", "b").map(team::step)).hasOnlyElementsOfType(StepState.Ready.class);
    }

    @Test
    void severitySetsThePaceOfEscalation() {
        team.grant(raise(Severity.P0, "a"));
        team.grant(raise(Severity.P1, "a"));
        team.grant(raise(Severity.P2, "a"));
        team.grant(raise(Severity.P3, "a"));

        assertThat(escalated(team.told.stream().map(Happening::team).toList())).containsExactly("BL-001 1");
        assertThat(escalated(team.due(Duration.ofHours(1)))).containsExactly("BL-001 2", "BL-002 1");
        assertThat(escalated(team.due(Duration.ofHours(22)))).isEmpty();
        assertThat(escalated(team.due(Duration.ofHours(1)))).containsExactly("BL-002 2", "BL-003 1");
        assertThat(escalated(team.due(Duration.ofDays(30)))).isEmpty();
    }

    @Test
    void aBlockerNamesWhatTheRunHas() {
        assertThat(team.deny(raise(Severity.P1, "no"))).isEqualTo("the run has no step no");
        assertThat(team.deny(new BlockerCommand.Resolve(FIRST, QA, "so"))).isEqualTo("there is no blocker BL-001");
    }

    private static List<String> escalated(List<CoordinationEvent> events) {
        return events.stream()
                .flatMap(event -> event instanceof ClockEvent.Escalated(var matter, var level, var _)
                        ? Stream.of(matter + " " + level)
                        : Stream.empty())
                .toList();
    }

    private static BlockerCommand.Raise raise(Severity severity, String... tasks) {
        return new BlockerCommand.Raise(
                new BlockerNote(
                        severity,
                        "LAG Consolidation Script Missing",
                        Stream.of(tasks).map(TaskId::new).toList(),
                        "Cannot consolidate",
                        "6-12 hours",
                        "Create the script",
                        "Rename instead",
                        "Pilot with 5 pairs"),
                DEVOPS);
    }
}
