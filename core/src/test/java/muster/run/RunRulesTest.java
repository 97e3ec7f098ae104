package muster.run;

import static muster.run.Plans.ANN;
import static muster.run.Plans.BOB;
import static muster.run.Plans.behind;
import static muster.run.Plans.gate;
import static muster.run.Plans.given;
import static muster.run.Plans.manual;
import static muster.run.Plans.plan;
import static muster.run.Plans.step;
import static muster.run.Plans.task;
import static muster.run.Plans.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import muster.audit.Verdict;
import muster.plan.Action;
import muster.plan.AgentId;
import muster.plan.GateId;
import org.junit.jupiter.api.Test;

class RunRulesTest {

    @Test
    void aStepIsReadyTheMomentItsLastNeedIsDone() {
        var run = new Trial(plan(step("a"), step("b"), step("c", "a", "b")));

        run.doIt("a");
        var before = run.step("c");
        run.claim("b");
        var events = run.succeed("b");

        assertThat(before).isEqualTo(new StepState.Waiting(0));
        assertThat(events).contains(new Event.StepReady(task("c"), run.now));
    }

    @Test
    void theRunIsFinishedWhenEveryStepIsDone() {
        var run = new Trial(plan(step("a")));

        run.doIt("a");

        assertThat(run.state.status()).isEqualTo(RunStatus.FINISHED);
        assertThat(run.events.getLast()).isEqualTo(new Event.RunFinished());
    }

    @Test
    void whatAStepProvidesLetsAnotherBegin() {
        var run = new Trial(plan(given(step("a"), "", "renamed"), given(step("b"), "renamed", "")));

        run.doIt("a");

        assertThat(run.step("b")).isInstanceOf(StepState.Ready.class);
        assertThat(run.state.facts()).containsAll(Plans.facts("done:a"));
    }

    @Test
    void aReadyStepIsHeldWhenItsFactFails() {
        var run = new Trial(plan(given(step("a"), "quota", ""), step("b")), "quota");

        run.report("", "quota");
        var held = run.step("a");
        run.report("quota", "");

        assertThat(held).isInstanceOf(StepState.Waiting.class);
        assertThat(run.step("a")).isInstanceOf(StepState.Ready.class);
    }

    @Test
    void aRunThatOnlyWaitsForAFactIsStalledAndSaysWhy() {
        var run = new Trial(plan(given(step("a"), "quota", "")));

        assertThat(run.state.status()).isEqualTo(RunStatus.STALLED);
        assertThat(run.events.getLast()).isEqualTo(new Event.RunStalled("step a requires quota, which does not hold"));
        assertThat(run.report("quota", "")).contains(new Event.RunResumed());
    }

    @Test
    void aFailedAttemptIsRepeatedAfterABackOffThatDoubles() {
        var run = new Trial(plan(step("a")));

        run.claim("a");
        var start = run.now;
        var first = run.fail("a");
        var tooEarly = run.tell(new Command.Claim(task("a"), ANN, Place.ENGINE));
        run.pass(Duration.ofSeconds(1));
        run.claim("a");
        var second = run.fail("a");

        assertThat(wait(first, start)).isBetween(Duration.ofMillis(500), Duration.ofSeconds(1));
        assertThat(tooEarly).hasExactlyElementsOfTypes(Event.Refused.class);
        assertThat(wait(second, run.now)).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(2));
    }

    @Test
    void aStepWithoutRetriesLeftFailsAndStallsTheRunUntilARetryIsGranted() {
        var run = new Trial(plan(step("a")));

        failForGood(run);
        var stalled = run.state.status();
        var granted = run.tell(new Command.Retry(task("a"), BOB, "the disk was replaced"));
        run.doIt("a");

        assertThat(stalled).isEqualTo(RunStatus.STALLED);
        assertThat(granted).contains(new Event.RunResumed());
        assertThat(run.state.status()).isEqualTo(RunStatus.FINISHED);
    }

    @Test
    void otherBranchesGoOnBesideAFailedStep() {
        var run = new Trial(plan(step("a"), step("b")));

        failForGood(run);

        assertThat(run.state.status()).isEqualTo(RunStatus.RUNNING);
        assertThat(run.step("b")).isInstanceOf(StepState.Ready.class);
    }

    @Test
    void aBlockedStepGoesOnOnceSomebodyAnswers() {
        var run = new Trial(plan(step("a")));
        run.claim("a");

        run.tell(new Command.Ask(task("a"), run.state.fence(), List.of("t_new exists: overwrite or skip?")));
        var blocked = run.state;
        run.tell(new Command.Answer(task("a"), BOB, "skip"));

        assertThat(blocked.step(task("a"))).isInstanceOf(StepState.Blocked.class);
        assertThat(blocked.status()).isEqualTo(RunStatus.RUNNING);
        assertThat(run.step("a")).isInstanceOf(StepState.Ready.class);
        assertThat(run.state.answers()).containsEntry(task("a"), "skip");
    }

    @Test
    void anOutcomeWithAStaleFenceIsRefusedAndRecorded() {
        var run = new Trial(plan(step("a")));
        var old = run.claim("a").attempt().fence();
        run.tell(new Command.Recover(new TreeSet<>()));
        run.claim("a");

        var events = run.succeed("a", old);

        assertThat(events).containsExactly(new Event.Refused("succeed", "a", "fence 1 is stale, the attempt has 2"));
        assertThat(run.step("a")).isInstanceOf(StepState.Running.class);
    }

    @Test
    void aLostAttemptStartsAgainWithAHigherFenceAndTheSameKey() {
        var run = new Trial(plan(step("a")));
        var first = run.claim("a");

        run.tell(new Command.Recover(new TreeSet<>()));
        var second = run.claim("a");

        assertThat(second.key()).isEqualTo(first.key()).isEqualTo("r1/a");
        assertThat(second.attempt().fence()).isGreaterThan(first.attempt().fence());
    }

    @Test
    void anAttemptThatTheEngineIsStillAtIsNotLost() {
        var run = new Trial(plan(step("a"), step("b")));
        run.claim("a");
        var live = run.claim("b").attempt().fence();

        run.tell(new Command.Recover(new TreeSet<>(List.of(live))));

        assertThat(run.step("a")).isInstanceOf(StepState.Ready.class);
        assertThat(run.step("b")).isInstanceOf(StepState.Running.class);
    }

    @Test
    void anAttemptOfAnAgentOutsideSurvivesARestartOfTheEngine() {
        var run = new Trial(plan(step("a")));
        run.tell(new Command.Claim(task("a"), ANN, Place.OUTSIDE));

        assertThat(run.tell(new Command.Recover(new TreeSet<>()))).isEmpty();
        assertThat(run.tell(new Command.Lose(task("a"), 1, "no heartbeat")))
                .containsExactly(new Event.AttemptLost(task("a"), 1, "no heartbeat"));
    }

    @Test
    void aStrangerMayNotClaim() {
        var run = new Trial(plan(step("a")));

        assertThat(run.tell(new Command.Claim(task("a"), BOB, Place.OUTSIDE)))
                .containsExactly(new Event.Refused("claim", "a", "bob is not an owner"));
    }

    @Test
    void aManualStepIsCompletedByItsOwnerOnceItIsReady() {
        var run = new Trial(plan(step("a"), withNeed(manual("m"), "a")));

        var early = run.complete("m", ANN);
        run.doIt("a");
        var stranger = run.complete("m", BOB);
        run.complete("m", ANN);

        assertThat(early).containsExactly(new Event.Refused("complete", "m", "it is waiting"));
        assertThat(stranger).containsExactly(new Event.Refused("complete", "m", "bob is not an owner"));
        assertThat(run.state.status()).isEqualTo(RunStatus.FINISHED);
    }

    @Test
    void aStepThatIsNotManualCannotBeDeclaredDone() {
        var run = new Trial(plan(step("a")));

        assertThat(run.complete("a", ANN))
                .containsExactly(new Event.Refused("complete", "a", "it is not a manual step"));
    }

    @Test
    void aGatePassesWhenEveryApproverAgreed() {
        var run = gated(ANN, BOB);
        run.doIt("a");

        run.approve("go", ANN);
        var half = run.step("b");
        var events = run.approve("go", BOB);

        assertThat(half).isInstanceOf(StepState.Waiting.class);
        assertThat(events).contains(new Event.GatePassed(new GateId("go")));
        assertThat(run.step("b")).isInstanceOf(StepState.Ready.class);
    }

    @Test
    void aGateTakesNoVerdictFromAStrangerNorTwiceNorEarly() {
        var run = gated(ANN, BOB);

        var early = run.approve("go", ANN);
        run.doIt("a");
        var stranger = run.approve("go", new AgentId("eve"));
        run.approve("go", ANN);
        var twice = run.approve("go", ANN);

        assertThat(early).containsExactly(new Event.Refused("approve", "go", "it is closed"));
        assertThat(stranger).containsExactly(new Event.Refused("approve", "go", "eve is not an approver"));
        assertThat(twice).containsExactly(new Event.Refused("approve", "go", "ann approved before"));
    }

    @Test
    void aRejectedGateStallsTheRunAndTakesNoOtherVerdict() {
        var run = gated(ANN, BOB);
        run.doIt("a");

        run.tell(new Command.Reject(new GateId("go"), ANN, "costs too high"));
        var late = run.approve("go", BOB);

        assertThat(run.state.status()).isEqualTo(RunStatus.STALLED);
        assertThat(run.events).contains(new Event.RunStalled("gate go was rejected by ann: costs too high"));
        assertThat(late).containsExactly(new Event.Refused("approve", "go", "it is rejected"));
    }

    @Test
    void aRollbackUndoesTheLastStepFirst() {
        var run = new Trial(
                plan(step("a"), step("b", "a"), with(step("c", "b"), step("c").action(), null)));
        run.doIt("a");
        run.doIt("b");
        run.doIt("c");

        var begun = run.rollBack();
        var undo = run.claim("b");
        run.succeed("b");
        run.doIt("a");

        assertThat(begun).contains(new Event.UndoSkipped(task("c")), new Event.UndoReady(task("b"), run.now));
        assertThat(undo.key()).isEqualTo("r1/b/undo");
        assertThat(run.state.status()).isEqualTo(RunStatus.ROLLED_BACK);
        assertThat(run.state.facts()).containsExactlyElementsOf(Plans.facts("done:c"));
    }

    @Test
    void aRollbackWaitsForWhatRunsAndStartsNothingElse() {
        var run = new Trial(plan(step("a"), step("b")));
        run.claim("a");

        var begun = run.rollBack();
        var refused = run.tell(new Command.Claim(task("b"), ANN, Place.ENGINE));
        var events = run.succeed("a", 1);

        assertThat(begun).hasExactlyElementsOfTypes(Event.RollbackStarted.class);
        assertThat(refused).containsExactly(new Event.Refused("claim", "b", "the run is rolling back"));
        assertThat(events).contains(new Event.UndoReady(task("a"), run.now));
    }

    @Test
    void whatALostAttemptMayHaveDoneIsUndoneToo() {
        var run = new Trial(plan(step("a")));
        run.claim("a");
        run.rollBack();

        assertThat(run.tell(new Command.Recover(new TreeSet<>()))).contains(new Event.UndoReady(task("a"), run.now));
    }

    @Test
    void aCompensationThatFailsStallsTheRollbackUntilARetryIsGranted() {
        var run = new Trial(plan(step("a")));
        run.doIt("a");
        run.rollBack();

        failForGood(run);
        var stalled = run.state.status();
        run.tell(new Command.Retry(task("a"), BOB, "the network is back"));
        run.doIt("a");

        assertThat(stalled).isEqualTo(RunStatus.ROLLBACK_STALLED);
        assertThat(run.state.status()).isEqualTo(RunStatus.ROLLED_BACK);
    }

    @Test
    void aManualCompensationIsCompletedByItsOwner() {
        var run = new Trial(plan(with(step("a"), step("a").action(), new Action.Manual("restore the copy"))));
        run.doIt("a");
        run.rollBack();

        run.complete("a", ANN);

        assertThat(run.state.status()).isEqualTo(RunStatus.ROLLED_BACK);
    }

    @Test
    void aRunStartsOnce() {
        var run = new Trial(plan(step("a")));

        assertThat(run.tell(new Command.Start(plan(step("a")), "digest", Plans.noFacts())))
                .containsExactly(new Event.Refused("start", "r1", "the run was started before"));
    }

    @Test
    void auditsAndNotesAreKeptWithoutChangingTheRun() {
        var run = new Trial(plan(step("a")));
        var before = run.state;

        run.tell(new Command.Note("evidence", "{\"exit\":0}"));
        run.tell(new Command.RecordAudit("abc", new TreeMap<>(), Verdict.GO));

        assertThat(run.state.steps()).isEqualTo(before.steps());
        assertThat(run.state.version()).isEqualTo(before.version() + 2);
    }

    private static Duration wait(List<Event> events, java.time.Instant from) {
        return Duration.between(from, ((Event.RetryScheduled) events.get(1)).notBefore());
    }

    private static Trial gated(AgentId... approvers) {
        return new Trial(new RunPlan(
                new RunId("r1"), List.of(step("a"), behind(step("b"), "go")), List.of(gate("go", "a", approvers))));
    }

    private static Step withNeed(Step step, String need) {
        return new Step(
                step.id(),
                step.title(),
                step.owners(),
                step.action(),
                List.of(task(need)),
                step.requires(),
                step.provides(),
                step.gates(),
                step.retries(),
                step.compensation());
    }

    private static void failForGood(Trial run) {
        for (var attempt = 0; attempt <= 2; attempt++) {
            run.claim("a");
            run.fail("a");
            run.pass(Duration.ofMinutes(5));
        }
    }
}
