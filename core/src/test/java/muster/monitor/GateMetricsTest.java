package muster.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import muster.coordination.Charter;
import muster.coordination.CoordinationCommand;
import muster.coordination.CoordinationRules;
import muster.coordination.CoordinationState;
import muster.coordination.GateCommand;
import muster.coordination.GateRule;
import muster.coordination.Happening;
import muster.coordination.Ruling;
import muster.plan.Action;
import muster.plan.AgentId;
import muster.plan.Gate;
import muster.plan.GateId;
import muster.plan.GateTerms;
import muster.plan.GateTerms.Awaited;
import muster.plan.GateTerms.Measured;
import muster.plan.TaskId;
import muster.plan.Threshold;
import muster.run.Command;
import muster.run.Event;
import muster.run.RunGate;
import muster.run.RunId;
import muster.run.RunPlan;
import muster.run.RunRules;
import muster.run.RunState;
import muster.run.Step;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Gates that open at once: of one the approver is missing beside a metric, another is judged by a policy.
class GateMetricsTest {
    private static final AgentId QA = new AgentId("qa");
    private static final RunId RUN = new RunId("r1");
    private static final Measured BELOW_70_FOR_2_H = new Measured(
            new Threshold("Disk usage", Threshold.Bound.BELOW, BigDecimal.valueOf(70), "%"), Duration.ofHours(2));
    private static final Gate QUIET = gate("quiet", null, new Awaited(null, BELOW_70_FOR_2_H, null, null));
    private static final Gate GREEN = gate("green", "metrics['Failures'] == 0.0", Awaited.NOTHING);

    private Instant now = Instant.parse("2024-01-15T10:00:00Z");
    private CoordinationState state = CoordinationState.of(RunState.before(RUN));

    @BeforeEach
    void bothGatesAreOpen() {
        var step = new Step(
                new TaskId("next"),
                "the next",
                List.of(QA),
                new Action.Manual("do it"),
                List.of(),
                List.of(),
                List.of(),
                List.of(QUIET.id(), GREEN.id()),
                0,
                null);
        var gates = List.of(RunGate.of(QUIET, List.of(), List.of()), RunGate.of(GREEN, List.of(), List.of()));
        run(new Command.Start(new RunPlan(RUN, List.of(step), gates), "digest", new TreeSet<>()));
        tell(new CoordinationCommand.Agree(new Charter(
                List.of(new Charter.Member(QA, "QA")),
                List.of(),
                List.of(),
                List.of(),
                List.of(
                        new GateRule(QUIET.id(), QUIET.policy(), QUIET.terms()),
                        new GateRule(GREEN.id(), GREEN.policy(), GREEN.terms())),
                List.of(),
                List.of(),
                new TreeMap<>())));
    }

    @Test
    void aBoundThatIsCrossedIsNewsAndOneThatIsNotIsNone() {
        assertThat(isNews("disk usage", 70)).isFalse();
        assertThat(isNews("disk usage", 69)).isTrue();
        measure("disk usage", 69);

        assertThat(isNews("disk usage", 60)).isFalse();
        assertThat(isNews("disk usage", 70)).isTrue();
    }

    @Test
    void whatHoldsIsNewsAgainOnceItHasHeldForTheWindowAndThenNoMore() {
        measure("disk usage", 60);
        now = now.plus(Duration.ofHours(2)).minusNanos(1);
        assertThat(isNews("disk usage", 60)).isFalse();
        now = now.plusNanos(1);
        assertThat(isNews("disk usage", 60)).isTrue();
        measure("disk usage", 60);

        now = now.plus(Duration.ofHours(1));

        assertThat(isNews("disk usage", 60)).isFalse();
        assertThat(isNews("disk usage", 70)).isTrue();
    }

    @Test
    void anotherNumberIsNewsToAPolicyThatSpeaksOfTheMetric() {
        assertThat(isNews("failures", 2)).isTrue();
        measure("failures", 2);

        assertThat(isNews("FAILURES", 2)).isFalse();
        assertThat(isNews("failures", 3)).isTrue();
    }

    @Test
    void onlyWhatAnOpenGateAsksForIsWanted() {
        assertThat(GateMetrics.isWanted(state, "DISK USAGE")).isTrue();
        assertThat(GateMetrics.isWanted(state, "Failures")).isTrue();
        assertThat(GateMetrics.isWanted(state, "latency")).isFalse();
        assertThat(isNews("latency", 1)).isFalse();

        tell(new GateCommand.Reject(QUIET.id(), QA, "too risky"));

        assertThat(GateMetrics.isWanted(state, "disk usage")).isFalse();
        assertThat(isNews("disk usage", 69)).isFalse();
    }

    private boolean isNews(String metric, int value) {
        return GateMetrics.isNews(state, metric, BigDecimal.valueOf(value), now);
    }

    private void measure(String metric, int value) {
        tell(new GateCommand.Measure(metric, BigDecimal.valueOf(value), QA));
    }

    private static Gate gate(String id, String policy, Awaited awaited) {
        var terms = new GateTerms(GateTerms.Votes.ALL, awaited, GateTerms.Reminders.USUAL);
        return new Gate(new GateId(id), id, List.of(QA), List.of(), List.of(), policy, null, terms, null);
    }

    private void tell(CoordinationCommand command) {
        var granted = (Ruling.Granted) CoordinationRules.decide(state, command, now);
        granted.events().forEach(event -> see(new Happening(now, new Event.Noted("coordination", ""), event)));
        granted.orders().forEach(this::run);
    }

    private void run(Command command) {
        RunRules.decide(state.run(), command, now).forEach(event -> see(new Happening(now, event, null)));
    }

    private void see(Happening happening) {
        state = state.after(happening);
    }
}
