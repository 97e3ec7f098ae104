package muster.coordination;

import static muster.coordination.Together.DEVOPS;
import static muster.coordination.Together.PERF;
import static muster.coordination.Together.QA;
import static muster.coordination.Together.passed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import muster.plan.TaskId;
import muster.run.Command;
import muster.run.Place;
import muster.run.RunStatus;
import muster.run.StepState;
import org.junit.jupiter.api.Test;

class HandOffRulesTest {
    private static final String FIRST = "HD-2024-01-15-DEVOPS-001";
    private static final Map<String, String> FOUND = Map.of("scheduler.sh", "aa");

    private final Together team = new Together(Instant.parse("2024-01-15T10:00:00Z"));

    @Test
    void nobodyStartsBeforeTheDeclaredHandOffIsAccepted() {
        team.complete("scheduler", DEVOPS);

        team.run(new Command.Claim(new TaskId("matrix"), PERF, Place.OUTSIDE));
        assertThat(team.run.step(new TaskId("matrix"))).isInstanceOf(StepState.Waiting.class);
        team.grant(team.offer(passed("scheduler works")));
        assertThat(team.run.step(new TaskId("matrix"))).isInstanceOf(StepState.Waiting.class);
        team.grant(team.accept(FIRST, PERF, FOUND));

        assertThat(team.run.step(new TaskId("matrix"))).isInstanceOf(StepState.Ready.class);
        assertThat(team.run.status()).isEqualTo(RunStatus.RUNNING);
    }

    @Test
    void workThatIsNotDoneCannotBePassedOn() {
        assertThat(team.deny(team.offer(passed("works")))).isEqualTo("scheduler is not done");
    }

    @Test
    void everyCheckMustHaveRunAndPassed() {
        team.complete("scheduler", DEVOPS);

        assertThat(team.deny(team.offer())).isEqualTo("no check was run on what is delivered");
        assertThat(team.deny(team.offer(passed("a"), new CheckRun("b", CheckStatus.NOT_RUN))))
                .isEqualTo("check 'b' was not run");
        team.grant(team.offer(new CheckRun("b", CheckStatus.FAILED)));
        assertThat(team.deny(team.accept(FIRST, PERF, FOUND)))
                .isEqualTo("check 'b' did not pass; reject it with the reason");
    }

    @Test
    void whatChangedSinceItWasOfferedIsNotAccepted() {
        team.complete("scheduler", DEVOPS);
        team.grant(team.offer(passed("works")));

        assertThat(team.deny(team.accept(FIRST, PERF, Map.of("scheduler.sh", "bb"))))
                .isEqualTo("scheduler.sh is not what was offered");
        assertThat(team.deny(team.accept(FIRST, PERF, Map.of()))).isEqualTo("scheduler.sh is gone");
    }

    @Test
    void aRejectionNeedsAReasonAndTheNextOfferGetsTheNextNumber() {
        team.complete("scheduler", DEVOPS);
        team.grant(team.offer(passed("works")));

        assertThat(team.deny(new CoordinationCommand.SendBack(HandOffId.parse(FIRST), PERF, " ")))
                .isEqualTo("a rejection needs a reason");
        team.grant(new CoordinationCommand.SendBack(HandOffId.parse(FIRST), PERF, "no documentation"));
        assertThat(team.deny(team.accept(FIRST, PERF, FOUND))).isEqualTo(FIRST + " was rejected before");
        team.grant(team.offer(passed("works")));

        assertThat(team.state.handOffs())
                .containsOnlyKeys(HandOffId.parse(FIRST), HandOffId.parse("HD-2024-01-15-DEVOPS-002"));
        team.pass(Duration.ofDays(1));
        assertThat(HandOffRules.next(team.state, DEVOPS, team.now)).hasToString("HD-2024-01-16-DEVOPS-001");
    }

    @Test
    void onlyTheGiverOffersAndOnlyTheReceiverAnswers() {
        team.complete("scheduler", DEVOPS);
        assertThat(team.deny(new CoordinationCommand.Offer(team.note(passed("works")), QA)))
                .isEqualTo("qa cannot offer what devops passes on");
        team.grant(team.offer(passed("works")));

        assertThat(team.deny(team.accept(FIRST, QA, FOUND))).isEqualTo(FIRST + " is offered to perf, not to qa");
        assertThat(team.deny(team.offer(passed("works")))).isEqualTo(FIRST + " is offered for it and not answered");
    }

    @Test
    void theReceiptSaysWhatTheReceiverFound() {
        team.complete("scheduler", DEVOPS);
        team.grant(team.offer(passed("works")));
        team.pass(Duration.ofMinutes(20));
        team.grant(team.accept(FIRST, PERF, Map.of("scheduler.sh", "aa", "other", "cc")));

        var accepted = (HandOffState.Accepted) team.state.handOffs().get(HandOffId.parse(FIRST));
        assertThat(accepted.receipt()).isEqualTo(new TreeMap<>(FOUND));
        assertThat(Duration.between(accepted.offered(), accepted.at())).isEqualTo(Duration.ofMinutes(20));
        assertThat(accepted.note().fulfils()).hasToString("to-perf");
    }

    @Test
    void anIdIsReadAsItIsWritten() {
        assertThat(HandOffId.parse(FIRST)).hasToString(FIRST);
        assertThat(HandOffId.parse("HD-2024-01-15-SYSTEMS-ARCHITECT-012").agent())
                .isEqualTo("SYSTEMS-ARCHITECT");
        assertThatThrownBy(() -> HandOffId.parse("HD-2024-02-30-QA-001")).hasMessageContaining("no such day");
        assertThatThrownBy(() -> HandOffId.parse("HD-1")).hasMessageContaining("must look like");
    }
}
