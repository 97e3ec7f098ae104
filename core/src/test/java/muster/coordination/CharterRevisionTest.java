package muster.coordination;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import muster.plan.AgentId;
import muster.plan.FactId;
import muster.plan.Gate;
import muster.plan.GateId;
import muster.plan.GateTerms;
import muster.plan.GateTerms.Awaited;
import muster.plan.GateTerms.Reminders;
import muster.plan.GateTerms.Votes;
import muster.plan.HandOff;
import muster.plan.ItemId;
import muster.plan.Meeting;
import muster.plan.TaskId;
import muster.run.SteerCommand;
import org.junit.jupiter.api.Test;

/// A team that goes on by another charter while something is open.
class CharterRevisionTest {
    private final Together team = new Together(Instant.parse("2026-01-05T09:00:00Z"));

    @Test
    void aNewMeetingAndHandOffAreAgreedOnAndSaid() {
        var next = charter(Together.charter(), handOff("to-perf", Together.PERF), handOff("to-qa", Together.QA));

        assertThat(CharterChanges.between(team.state, next)).containsExactly("hand-off to-qa is new");
        team.grant(revise(next));

        assertThat(team.state.charter()).isEqualTo(next);
        assertThat(HandOffRules.owed(team.state)).hasSize(2);
    }

    @Test
    void whatIsOfferedStaysBetweenTheSameTwo() {
        team.complete("scheduler", Together.DEVOPS);
        team.grant(team.offer(Together.passed("unit tests")));

        assertThat(team.deny(revise(charter(Together.charter()))))
                .isEqualTo(
                        "HD-2026-01-05-DEVOPS-001 is offered for hand-off to-perf and not answered, it cannot be taken"
                                + " out or be between others");
        assertThat(team.deny(revise(charter(Together.charter(), handOff("to-perf", Together.QA)))))
                .contains("cannot be taken out or be between others");
        var renamed = new HandOff(
                new ItemId("to-perf"),
                "other words",
                Together.DEVOPS,
                Together.PERF,
                new TaskId("scheduler"),
                new TaskId("matrix"),
                null);
        assertThat(CharterChanges.between(team.state, charter(Together.charter(), renamed)))
                .containsExactly("hand-off to-perf is another; HD-2026-01-05-DEVOPS-001 stays offered for it");
        team.grant(revise(charter(Together.charter(), renamed)));
    }

    @Test
    void whoHasToAnswerCannotLeave() {
        team.complete("scheduler", Together.DEVOPS);
        team.grant(team.offer(Together.passed("unit tests")));
        var members = Together.charter().members().stream()
                .filter(member -> !member.id().equals(Together.PERF))
                .toList();
        var next = new Charter(members, Together.charter().handOffs(), List.of(), List.of());

        assertThat(team.deny(revise(next)))
                .isEqualTo("agent perf cannot leave, HD-2026-01-05-DEVOPS-001 is offered and not answered");
    }

    @Test
    void whatWasAcceptedStaysAsItWas() {
        team.complete("scheduler", Together.DEVOPS);
        team.grant(team.offer(Together.passed("unit tests")));
        team.grant(team.accept("HD-2026-01-05-DEVOPS-001", Together.PERF, Map.of("scheduler.sh", "aa")));

        assertThat(team.deny(revise(charter(Together.charter())))).contains("was accepted as HD-2026-01-05-DEVOPS-001");
    }

    @Test
    void theRunIsToldInTheSameBreathOrNothingIs() {
        var skip = new SteerCommand.Skip(new TaskId("matrix"), Together.QA, "not needed");
        var wrong = new SteerCommand.Skip(new TaskId("nothing"), Together.QA, "not needed");
        var next = charter(Together.charter());

        assertThat(team.deny(new CoordinationCommand.Revise(next, List.of(skip, wrong))))
                .isEqualTo("skip nothing: the run has no such step");
        assertThat(team.state.charter()).isEqualTo(Together.charter());
        team.grant(new CoordinationCommand.Revise(next, List.of(skip)));

        assertThat(team.step("matrix").settled()).isTrue();
        assertThat(team.state.charter()).isEqualTo(next);
    }

    @Test
    void whatHeldAtAGateUnderOtherTermsHasToHoldAnew() {
        var gated = gated(Duration.ofHours(1));
        gated.due(Duration.ofHours(2));
        assertThat(gated.state.gate(new GateId("go")).met()).isNotEmpty();
        var next = gates(Duration.ofHours(5));

        assertThat(CharterChanges.between(gated.state, next))
                .containsExactly("rule of gate go is another; what held there so far has to hold anew: timer");
        gated.grant(revise(next));

        assertThat(gated.run.facts()).doesNotContain(new FactId("timer:go"));
        gated.due(Duration.ofHours(4));
        assertThat(gated.run.facts()).contains(new FactId("timer:go"));
    }

    @Test
    void whoseVotesCountCannotChangeOnceThereAreSome() {
        var gated = gated(Duration.ofHours(1));
        gated.grant(new GateCommand.Approve(new GateId("go"), Together.QA, "looks well"));
        var two = new GateTerms(new Votes(0, GateTerms.Rule.TWO_PEOPLE), awaited(Duration.ofHours(1)), Reminders.USUAL);

        assertThat(gated.deny(revise(gates(two))))
                .isEqualTo("gate go has votes, whose votes count there cannot change any more");
    }

    private static CoordinationCommand.Revise revise(Charter next) {
        return new CoordinationCommand.Revise(next, List.of());
    }

    private static Charter charter(Charter like, HandOff... handOffs) {
        return new Charter(like.members(), List.of(handOffs), List.<Meeting>of(), List.of());
    }

    private static HandOff handOff(String id, AgentId to) {
        return new HandOff(
                new ItemId(id),
                "the scheduler",
                Together.DEVOPS,
                to,
                new TaskId("scheduler"),
                new TaskId("matrix"),
                null);
    }

    private static Together gated(Duration delay) {
        var terms = new GateTerms(Votes.ALL, awaited(delay), Reminders.USUAL);
        return new Together(
                Instant.parse("2026-01-05T09:00:00Z"),
                List.of(Together.step("scheduler", Together.DEVOPS, List.of(), List.of())),
                List.of(gate(terms)),
                gates(delay));
    }

    private static Gate gate(GateTerms terms) {
        return new Gate(
                new GateId("go"),
                "Go",
                List.of(Together.QA, Together.PERF),
                List.of(),
                List.of(),
                null,
                null,
                terms,
                null);
    }

    private static Charter gates(Duration delay) {
        return gates(new GateTerms(Votes.ALL, awaited(delay), Reminders.USUAL));
    }

    private static Charter gates(GateTerms terms) {
        return Together.charter(List.of(gate(terms)), List.of(), List.of("scheduler"));
    }

    private static Awaited awaited(Duration delay) {
        return new Awaited(delay, null, null, null);
    }
}
