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
import java.util.TreeMap;
import java.util.TreeSet;
import muster.audit.Verdict;
import muster.plan.AgentId;
import muster.plan.FactId;
import muster.plan.Gate;
import muster.plan.GateId;
import muster.plan.GateTerms;
import muster.plan.GateTerms.Awaited;
import muster.plan.GateTerms.Reminders;
import muster.plan.ItemId;
import muster.plan.TaskId;
import muster.plan.Threshold;
import muster.run.ClaimCommand;
import muster.run.Command;
import muster.run.GateState;
import muster.run.Lease;
import muster.run.RunStatus;
import muster.run.StepState;
import org.junit.jupiter.api.Test;

class GateRulesTest {
    private static final GateId G = new GateId("phase-1");
    private static final Instant START = Instant.parse("2024-01-15T10:00:00Z");

    @Test
    void theRunWaitsForTheGateAndIsNotStalled() {
        var team = team(List.of(QA), null, GateTerms.USUAL);

        team.complete("work", DEVOPS);

        assertThat(team.run.status()).isEqualTo(RunStatus.RUNNING);
        assertThat(team.step("next")).isInstanceOf(StepState.Waiting.class);
        assertThat(OpenMatter.of(team.state)).extracting(OpenMatter::id).containsExactly("gate:phase-1");
        team.grant(approve(QA));
        assertThat(team.step("next")).isInstanceOf(StepState.Ready.class);
    }

    @Test
    void aQuorumIsEnough() {
        var team = team(List.of(DEVOPS, PERF, QA), null, votes(2, GateTerms.Rule.EACH_FOR_ONE));
        team.complete("work", DEVOPS);

        team.grant(approve(DEVOPS));
        assertThat(team.run.gate(G)).isInstanceOf(GateState.Open.class);
        assertThat(team.deny(approve(DEVOPS))).isEqualTo("devops approved before");
        team.grant(approve(QA));

        assertThat(team.run.gate(G)).isInstanceOf(GateState.Passed.class);
        assertThat(team.deny(approve(PERF))).isEqualTo("gate phase-1 was passed before");
    }

    @Test
    void nobodyVotesBeforeTheGateOpensOrWithoutBeingAsked() {
        var team = team(List.of(QA), null, GateTerms.USUAL);

        assertThat(team.deny(approve(QA))).isEqualTo("gate phase-1 is not open yet");
        team.complete("work", DEVOPS);
        assertThat(team.deny(approve(PERF))).isEqualTo("perf is not an approver");
        assertThat(team.deny(new GateCommand.Approve(new GateId("no"), QA, ""))).isEqualTo("there is no gate no");
        assertThat(team.deny(new GateCommand.Reject(G, QA, " "))).isEqualTo("a rejection needs a reason");
        team.grant(new GateCommand.Reject(G, QA, "not tested"));
        assertThat(team.run.status()).isEqualTo(RunStatus.STALLED);
    }

    @Test
    void aRejectedGateIsOpenedAgainByAVoterWithAReasonAndAllVoteAnew() {
        var team = team(List.of(DEVOPS, QA), null, GateTerms.USUAL);
        team.complete("work", DEVOPS);
        assertThat(team.deny(reopen(QA, "why not"))).isEqualTo("gate phase-1 was not rejected");
        team.grant(approve(DEVOPS));
        team.grant(new GateCommand.Reject(G, QA, "not tested"));

        assertThat(team.deny(reopen(PERF, "tested"))).isEqualTo("perf is not an approver");
        assertThat(team.deny(reopen(QA, " "))).startsWith("reopening needs a reason");
        team.grant(reopen(QA, "tested"));

        assertThat(team.run.status()).isEqualTo(RunStatus.RUNNING);
        team.grant(approve(QA));
        assertThat(team.run.gate(G)).isInstanceOf(GateState.Open.class);
        team.grant(approve(DEVOPS));
        assertThat(team.run.gate(G)).isInstanceOf(GateState.Passed.class);
        assertThat(team.step("next")).isInstanceOf(StepState.Ready.class);
    }

    @Test
    void aVoteIsDelegatedToSomebodyOfTheTeamWhoThenVotesInsteadOfTheApprover() {
        var team = team(List.of(QA), null, GateTerms.USUAL);
        team.complete("work", DEVOPS);

        assertThat(team.deny(new GateCommand.Delegate(G, PERF, QA, "away"))).isEqualTo("perf is not an approver");
        assertThat(team.deny(new GateCommand.Delegate(G, QA, new AgentId("no"), "away")))
                .isEqualTo("no is not in the team");
        team.grant(new GateCommand.Delegate(G, QA, PERF, "away"));
        assertThat(team.deny(approve(QA))).isEqualTo("qa asked perf to vote in its place");
        team.grant(approve(PERF));

        assertThat(team.run.gate(G)).isInstanceOf(GateState.Passed.class);
        assertThat(team.state.gate(G).votes()).containsEntry(QA, PERF);
    }

    @Test
    void underTheTwoPersonRuleOneIsNotEnoughNorIsWhoDidTheWork() {
        var team = team(List.of(DEVOPS, PERF, QA), null, votes(2, GateTerms.Rule.TWO_PEOPLE));
        team.complete("work", DEVOPS);
        team.grant(new GateCommand.Delegate(G, PERF, QA, "away"));

        assertThat(team.deny(approve(DEVOPS))).isEqualTo("devops did work, which the gate is about");
        team.grant(approve(QA));
        assertThat(team.deny(approve(QA))).isEqualTo("qa has voted, and two people must agree");
        assertThat(team.run.gate(G)).isInstanceOf(GateState.Open.class);
    }

    @Test
    void aTimerCountsFromTheOpening() {
        var team = team(List.of(), null, awaiting(new Awaited(Duration.ofHours(2), null, null, null)));
        team.pass(Duration.ofHours(5));
        team.complete("work", DEVOPS);

        assertThat(team.due(Duration.ofMinutes(119))).isEmpty();
        assertThat(Clocks.next(team.state, team.now)).isEqualTo(START.plus(Duration.ofHours(7)));
        assertThat(team.due(Duration.ofMinutes(1))).containsExactly(new GateEvent.TimerEnded(G));

        assertThat(team.run.gate(G)).isInstanceOf(GateState.Passed.class);
        assertThat(Clocks.next(team.state, team.now)).isNull();
    }

    @Test
    void aMetricMustHaveHeldForTheWholeWindowAndBeMeasured() {
        var below = new Threshold("Disk usage", Threshold.Bound.BELOW, BigDecimal.valueOf(70), "%");
        var asked = new GateTerms.Measured(below, Duration.ofHours(2));
        var team = team(List.of(), null, awaiting(new Awaited(null, asked, null, null)));
        team.complete("work", DEVOPS);

        team.grant(measure(60));
        team.pass(Duration.ofHours(1));
        team.grant(measure(70));
        team.pass(Duration.ofHours(1));
        team.grant(measure(69));
        team.due(Duration.ofHours(3));
        assertThat(team.run.gate(G)).isInstanceOf(GateState.Open.class);
        team.grant(measure(50));

        assertThat(team.run.gate(G)).isInstanceOf(GateState.Passed.class);
    }

    @Test
    void aMetricThatHeldForTheVeryWindowLetsItPassForGood() {
        var below = new Threshold("Disk usage", Threshold.Bound.BELOW, BigDecimal.valueOf(70), "%");
        var asked = new GateTerms.Measured(below, Duration.ofHours(2));
        var team = team(List.of(), null, awaiting(new Awaited(null, asked, null, null)));
        team.complete("work", DEVOPS);

        team.grant(measure(60));
        team.pass(Duration.ofHours(2).minusNanos(1));
        team.grant(measure(60));
        assertThat(team.run.gate(G)).isInstanceOf(GateState.Open.class);
        team.pass(Duration.ofNanos(1));
        team.grant(measure(60));
        assertThat(team.run.gate(G)).isInstanceOf(GateState.Passed.class);
        team.grant(measure(90));

        assertThat(team.run.facts()).contains(new FactId("metric:phase-1"));
    }

    @Test
    void anEventOutsideLetsItPass() {
        var team = team(List.of(), null, awaiting(new Awaited(null, null, new ItemId("window-open"), null)));
        team.grant(new GateCommand.Signal("window-open", GOAP));
        assertThat(team.deny(new GateCommand.Signal("window-open", GOAP))).isEqualTo("window-open was told before");

        team.complete("work", DEVOPS);

        assertThat(team.run.gate(G)).isInstanceOf(GateState.Passed.class);
    }

    @Test
    void theLastAuditDecides() {
        var team = team(List.of(), null, awaiting(new Awaited(null, null, null, GateTerms.Grade.GO_WITH_CONDITIONS)));
        team.complete("work", DEVOPS);

        team.run(audit(Verdict.NO_GO));
        team.due(Duration.ZERO);
        assertThat(team.run.gate(G)).isInstanceOf(GateState.Open.class);
        team.run(audit(Verdict.GO_WITH_CONDITIONS));
        team.due(Duration.ZERO);

        assertThat(team.run.gate(G)).isInstanceOf(GateState.Passed.class);
        team.run(audit(Verdict.NO_GO));
        assertThat(team.due(Duration.ZERO)).isEmpty();
    }

    @Test
    void aPolicyLetsItPassWhileItHolds() {
        var team = team(List.of(QA), "'tested' in facts", GateTerms.USUAL);
        team.complete("work", DEVOPS);

        team.grant(new GateCommand.Judge(G, true, "tested"));
        team.grant(new GateCommand.Judge(G, false, "nothing"));
        team.grant(approve(QA));
        assertThat(team.run.gate(G)).isInstanceOf(GateState.Open.class);
        team.grant(new GateCommand.Judge(G, true, "tested"));

        assertThat(team.run.gate(G)).isInstanceOf(GateState.Passed.class);
    }

    @Test
    void whoKeepsItWaitingIsRemindedAndThenItGoesUp() {
        var reminders = new Reminders(Duration.ofHours(4), Duration.ofDays(1), null);
        var team = team(List.of(DEVOPS, QA), null, new GateTerms(GateTerms.Votes.ALL, Awaited.NOTHING, reminders));
        team.complete("work", DEVOPS);
        team.grant(approve(DEVOPS));

        assertThat(team.due(Duration.ofHours(4)))
                .containsExactly(new ClockEvent.Reminded("gate:phase-1", List.of(QA), 1));
        assertThat(team.due(Duration.ofHours(1))).isEmpty();
        assertThat(team.due(Duration.ofHours(19)))
                .containsExactly(
                        new ClockEvent.Reminded("gate:phase-1", List.of(QA), 6),
                        new ClockEvent.Escalated("gate:phase-1", 1, "GOAP agent"));
        team.grant(approve(QA));
        assertThat(team.due(Duration.ofDays(9))).isEmpty();
    }

    @Test
    void theNextReminderIsForeseenAndWhatIsDueAlreadyIsNot() {
        var reminders = new Reminders(Duration.ofHours(4), Duration.ofHours(6), null);
        var team = team(List.of(QA), null, new GateTerms(GateTerms.Votes.ALL, Awaited.NOTHING, reminders));
        team.complete("work", DEVOPS);
        var first = START.plus(Duration.ofHours(4));

        assertThat(Clocks.next(team.state, START)).isEqualTo(first);
        assertThat(Clocks.next(team.state, first)).isEqualTo(START.plus(Duration.ofHours(6)));
        team.due(Duration.ofHours(6));
        assertThat(Clocks.next(team.state, team.now)).isEqualTo(START.plus(Duration.ofHours(8)));
    }

    @Test
    void aVoteThatWasGivenIsNotDelegated() {
        var team = team(List.of(DEVOPS, QA), null, GateTerms.USUAL);
        team.complete("work", DEVOPS);
        team.grant(approve(QA));

        assertThat(team.deny(new GateCommand.Delegate(G, QA, PERF, "away")))
                .isEqualTo("the vote of qa was given before");
    }

    /// The claim of a dead agent is taken away at the very instant.
    @Test
    void aLeaseThatEndsIsDueAtItsEnd() {
        var team = team(List.of(QA), null, GateTerms.USUAL);
        team.run(new ClaimCommand.Take(new TaskId("work"), DEVOPS, Lease.USUAL, List.of(), new TreeMap<>()));

        team.due(Lease.USUAL.minusNanos(1));
        assertThat(team.step("work")).isInstanceOf(StepState.Running.class);
        team.due(Duration.ofNanos(1));

        assertThat(team.step("work")).isInstanceOf(StepState.Ready.class);
    }

    @Test
    void nobodyReportsByHandWhatFollowsFromTheTeam() {
        var team = team(List.of(), null, awaiting(new Awaited(null, null, new ItemId("window-open"), null)));
        team.complete("work", DEVOPS);
        var forged = new TreeSet<>(List.of(new FactId("event:phase-1")));

        team.run(new Command.ReportFacts(DEVOPS, forged, new TreeSet<>()));

        assertThat(team.run.gate(G)).isInstanceOf(GateState.Open.class);
        assertThat(team.run.facts()).doesNotContainAnyElementsOf(forged);
    }

    private static Together team(List<AgentId> approvers, String policy, GateTerms terms) {
        var gate = new Gate(G, "Phase 1", approvers, List.of(new TaskId("work")), List.of(), policy, null, terms, null);
        var next = step("next", PERF, List.of("work"), List.of());
        var guarded = new muster.run.Step(
                next.id(),
                next.title(),
                next.owners(),
                next.action(),
                next.needs(),
                List.of(),
                List.of(),
                List.of(G),
                0,
                null);
        return new Together(
                START,
                List.of(step("work", DEVOPS, List.of(), List.of()), guarded),
                List.of(gate),
                Together.charter(List.of(gate), List.of(), List.of("work", "next")));
    }

    private static GateTerms votes(int quorum, GateTerms.Rule rule) {
        return new GateTerms(new GateTerms.Votes(quorum, rule), Awaited.NOTHING, Reminders.USUAL);
    }

    private static GateTerms awaiting(Awaited awaited) {
        return new GateTerms(GateTerms.Votes.ALL, awaited, Reminders.USUAL);
    }

    private static GateCommand.Reopen reopen(AgentId by, String reason) {
        return new GateCommand.Reopen(G, by, reason);
    }

    private static GateCommand.Approve approve(AgentId by) {
        return new GateCommand.Approve(G, by, "it is good");
    }

    private static GateCommand.Measure measure(int value) {
        return new GateCommand.Measure("disk usage", BigDecimal.valueOf(value), QA);
    }

    private static Command.RecordAudit audit(Verdict verdict) {
        return new Command.RecordAudit("digest", new TreeMap<>(), verdict);
    }
}
