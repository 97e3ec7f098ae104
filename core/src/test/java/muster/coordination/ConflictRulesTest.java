package muster.coordination;

import static muster.coordination.Together.DEVOPS;
import static muster.coordination.Together.GOAP;
import static muster.coordination.Together.PERF;
import static muster.coordination.Together.QA;
import static muster.coordination.Together.step;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import muster.coordination.ConflictNote.Side;
import muster.coordination.Yardstick.Better;
import muster.plan.AgentId;
import muster.plan.ConflictKind;
import muster.plan.ConflictRule;
import muster.plan.Rotation;
import muster.plan.TaskId;
import muster.run.ClaimCommand;
import muster.run.Lease;
import muster.run.StepState;
import muster.run.Terms;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ConflictRulesTest {
    private static final MatterId FIRST = MatterId.parse("CF-001");
    private static final ConflictRule RULE = new ConflictRule(
            ConflictKind.RESOURCE, List.of(), Duration.ofHours(4), Duration.ofDays(1), null, Rotation.DAILY, null);

    /// `c` and `d` hang on `b`, nothing on `a`; all may begin but those two. `a` and `b` write the same file.
    private final Together team = new Together(
            Instant.parse("2024-01-15T10:00:00Z"),
            List.of(
                    writing("a", DEVOPS),
                    writing("b", PERF),
                    step("c", PERF, List.of("b"), List.of()),
                    step("d", PERF, List.of("c"), List.of())),
            List.of(),
            Together.charter(List.of(), List.of(RULE), List.of("a", "b", "c", "d")));

    @Test
    void prioritiesAreDecidedByTheCriticalPathAndToldToAll() {
        team.grant(raise(ConflictKind.PRIORITY, side(DEVOPS, "a"), side(PERF, "b")));
        assertThat(((Conflict.Analysis) conflict().course()).impacts())
                .containsExactly(new Impact(Duration.ofHours(4), 0), new Impact(Duration.ofHours(12), 2));

        assertThat(team.deny(decide(DEVOPS, null))).isEqualTo("devops is a side of it; somebody else decides");
        assertThat(team.deny(new ConflictCommand.Decide(FIRST, GOAP, null, " ")))
                .startsWith("a decision needs");
        team.grant(decide(GOAP, null));

        assertThat(conflict().chosen().task()).hasToString("b");
        assertThat(team.told.getLast().event()).isNotNull();
        assertThat(team.told.stream().map(Happening::team))
                .contains(new ConflictEvent.DecisionTold(FIRST, List.of(DEVOPS, PERF, QA, GOAP)));
        assertThat(team.step("a")).isInstanceOf(StepState.Waiting.class);
    }

    @Test
    void theOthersGoOnOnceWhatCameFirstIsDone() {
        team.grant(raise(ConflictKind.PRIORITY, side(DEVOPS, "a"), side(PERF, "b")));
        team.grant(decide(GOAP, null));

        team.complete("b", PERF);
        team.due(Duration.ZERO);

        assertThat(conflict().settled()).isNotNull();
        assertThat(team.step("a")).isInstanceOf(StepState.Ready.class);
    }

    @Test
    void oneMayDecideAgainstTheAnalysisButItIsWrittenDown() {
        team.grant(raise(ConflictKind.PRIORITY, side(DEVOPS, "a"), side(PERF, "b")));

        team.grant(decide(QA, 0));

        assertThat(conflict().decision().basis())
                .isEqualTo("PT4H of work and 0 tasks hang on it; PT12H of work and 2 tasks hang on it (decided against"
                        + " it)");
        assertThat(team.deny(decide(GOAP, 1))).isEqualTo("CF-001 was decided before by qa");
    }

    @Test
    void contradictingWishesOfTwoAgentsAreAConflictThatNobodyHasToRaise() {
        team.grant(new ConflictCommand.Rank(new TaskId("a"), new TaskId("b"), DEVOPS));
        team.grant(new ConflictCommand.Rank(new TaskId("b"), new TaskId("c"), DEVOPS));
        team.grant(new ConflictCommand.Rank(new TaskId("c"), new TaskId("d"), PERF));
        assertThat(team.state.conflicts()).isEmpty();

        team.grant(new ConflictCommand.Rank(new TaskId("c"), new TaskId("a"), PERF));

        assertThat(conflict().note().kind()).isEqualTo(ConflictKind.PRIORITY);
        assertThat(conflict().note().sides()).containsExactly(side(DEVOPS, "a"), side(PERF, "c"));
    }

    @Test
    void aResourceGoesFromOneToTheOtherEveryFourHoursAndEachDayAnotherIsFirst() {
        team.grant(raise(ConflictKind.RESOURCE, side(DEVOPS, "a"), side(PERF, "b")));

        assertThat(Stream.of("a", "b").map(task -> team.step(task) instanceof StepState.Ready))
                .containsExactly(true, false);
        assertThat(turns(team.due(Duration.ofHours(4)))).containsExactly("1 until 2024-01-15T18:00:00Z");
        assertThat(Stream.of("a", "b").map(task -> team.step(task) instanceof StepState.Ready))
                .containsExactly(false, true);
        assertThat(turns(team.due(Duration.ofHours(4)))).containsExactly("0 until 2024-01-15T22:00:00Z");
        assertThat(turns(team.due(Duration.ofHours(4)))).containsExactly("1 until 2024-01-16T00:00:00Z");
        assertThat(turns(team.due(Duration.ofHours(2)))).containsExactly("1 until 2024-01-16T04:00:00Z");
        assertThat(turns(team.due(Duration.ofHours(4)))).containsExactly("0 until 2024-01-16T08:00:00Z");
    }

    @Test
    void aConflictThatPersistsGoesUpAfterADayAndADecisionEndsTheTurns() {
        team.grant(raise(ConflictKind.RESOURCE, side(DEVOPS, "a"), side(PERF, "b")));

        assertThat(team.due(Duration.ofDays(1))).contains(new ClockEvent.Escalated("CF-001", 1, "GOAP agent"));
        assertThat(team.deny(decide(GOAP, null))).startsWith("neither analysis nor metrics say which");
        team.grant(decide(GOAP, 1));
        assertThat(team.due(Duration.ofDays(1))).isEmpty();
        team.complete("b", PERF);

        assertThat(team.due(Duration.ZERO)).hasExactlyElementsOfTypes(ConflictEvent.ConflictResolved.class);
        assertThat(team.step("a")).isInstanceOf(StepState.Ready.class);
    }

    @Test
    void aClaimThatWasRefusedBecauseOfAnothersWritesIsAConflictAndOutlastsItsTurnInVain() {
        take("a", DEVOPS);
        take("b", PERF);
        assertThat(team.due(Duration.ZERO))
                .extracting(Object::getClass)
                .containsExactly(ConflictEvent.ConflictRaised.class, ConflictEvent.TurnGiven.class);
        assertThat(conflict().note().about()).isEqualTo("src/app.txt");

        beatFor(Duration.ofHours(4), "a", DEVOPS);
        team.due(Duration.ofMinutes(1));

        assertThat(team.run.claims().hold(new TaskId("a"))).isNull();
        assertThat(team.step("a")).isInstanceOf(StepState.Waiting.class);
        take("b", PERF);
        assertThat(team.step("b")).isInstanceOf(StepState.Running.class);
    }

    @Test
    void aTechnicalDisagreementIsTriedForTwoDaysAndDecidedByTheMetrics() {
        team.grant(technical());
        assertThat(team.deny(decide(GOAP, null))).isEqualTo("both sides give data first");
        team.grant(give(DEVOPS, 10, 5));
        team.grant(give(PERF, 12, 5));
        team.grant(give(DEVOPS, 1, 1));

        assertThat(team.deny(decide(GOAP, null))).startsWith("the results are reviewed at 2024-01-17T10:00:00Z");
        team.pass(Duration.ofHours(1));
        team.grant(give(DEVOPS, 10, 9));
        assertThat(team.due(Duration.ofHours(47))).containsExactly(new ConflictEvent.ReviewDue(FIRST));
        assertThat(team.deny(decide(GOAP, null))).isEqualTo("no data since the trial began from perf");
        team.grant(give(PERF, 10, 7));
        team.pass(Duration.ofSeconds(1));
        assertThat(team.deny(decide(GOAP, 1)))
                .isEqualTo("the metrics say otherwise: build time 10 against 10; hit rate 9 against 7");
        team.grant(decide(GOAP, null));

        assertThat(conflict().chosen().agent()).isEqualTo(DEVOPS);
        assertThat(conflict().settled().how()).isEqualTo("see the figures");
        assertThat(conflict().decision().basis()).isEqualTo("build time 10 against 10; hit rate 9 against 7");
    }

    @Test
    void aTrialNeedsFlagsAndMetricsAndData() {
        var raise = (ConflictCommand.Raise) technical();
        var flagless = List.of(side(DEVOPS, null), side(PERF, null));

        assertThat(team.deny(new ConflictCommand.Raise(new ConflictNote(
                        ConflictKind.TECHNICAL, "which", flagless, raise.note().yardsticks(), QA))))
                .startsWith("every side needs a feature flag");
        assertThat(team.deny(new ConflictCommand.Raise(new ConflictNote(
                        ConflictKind.TECHNICAL, "which", raise.note().sides(), List.of(), QA))))
                .isEqualTo("by which metric is it decided?");
        team.grant(raise);
        assertThat(team.deny(give(QA, 1, 1))).isEqualTo("qa is no side of CF-001");
        assertThat(team.deny(new ConflictCommand.Give(FIRST, PERF, new TreeMap<>())))
                .isEqualTo("values are needed for [build time, hit rate]");
    }

    @Test
    void whatIsNoConflictIsNotRaised() {
        assertThat(team.deny(raise(ConflictKind.PRIORITY, side(DEVOPS, "a")))).startsWith("a conflict has at least");
        assertThat(team.deny(raise(ConflictKind.RESOURCE, side(DEVOPS, "a"), side(PERF, "a"))))
                .isEqualTo("every side needs a task of its own");
        assertThat(team.deny(raise(ConflictKind.RESOURCE, side(DEVOPS, "a"), side(PERF, "no"))))
                .isEqualTo("the run has no step no");
        assertThat(team.deny(decide(GOAP, 0))).isEqualTo("there is no conflict CF-001");
    }

    private Conflict conflict() {
        return team.state.conflicts().get(FIRST);
    }

    private static muster.run.Step writing(String id, AgentId owner) {
        var terms =
                new Terms(List.of(), List.of("src/app.txt"), List.of(), Terms.NONE.checking(), Terms.NONE.late(), null);
        return step(id, owner, List.of(), List.of()).on(terms);
    }

    private void take(String task, AgentId by) {
        team.run(new ClaimCommand.Take(new TaskId(task), by, Lease.LONGEST, List.of(), new TreeMap<>()));
    }

    private void beatFor(Duration span, String task, AgentId by) {
        for (var passed = Duration.ZERO; passed.compareTo(span) < 0; passed = passed.plusHours(1)) {
            team.due(Duration.ofHours(1));
            var hold = team.run.claims().hold(new TaskId(task));
            if (hold != null) {
                team.run(new ClaimCommand.Beat(new TaskId(task), hold.fence(), by));
            }
        }
    }

    private static List<String> turns(List<CoordinationEvent> events) {
        return events.stream()
                .flatMap(event -> event instanceof ConflictEvent.TurnGiven(var _, var side, var until)
                        ? Stream.of(side + " until " + until)
                        : Stream.empty())
                .toList();
    }

    private static Side side(AgentId agent, @Nullable String task) {
        return new Side(agent, task == null ? null : new TaskId(task), "");
    }

    private static ConflictCommand.Raise raise(ConflictKind kind, Side... sides) {
        return new ConflictCommand.Raise(new ConflictNote(kind, "the runner", List.of(sides), List.of(), QA));
    }

    private static ConflictCommand.Decide decide(AgentId by, @Nullable Integer side) {
        return new ConflictCommand.Decide(FIRST, by, side, "see the figures");
    }

    private static ConflictCommand technical() {
        return new ConflictCommand.Raise(new ConflictNote(
                ConflictKind.TECHNICAL,
                "which cache",
                List.of(new Side(DEVOPS, null, "cache-a"), new Side(PERF, null, "cache-b")),
                List.of(new Yardstick("build time", Better.LOWER), new Yardstick("hit rate", Better.HIGHER)),
                QA));
    }

    private static ConflictCommand.Give give(AgentId by, int time, int rate) {
        return new ConflictCommand.Give(
                FIRST,
                by,
                new TreeMap<>(Map.of("build time", BigDecimal.valueOf(time), "hit rate", BigDecimal.valueOf(rate))));
    }
}
