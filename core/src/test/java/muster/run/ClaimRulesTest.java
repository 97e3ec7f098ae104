package muster.run;

import static muster.run.Plans.ANN;
import static muster.run.Plans.BOB;
import static muster.run.Plans.plan;
import static muster.run.Plans.step;
import static muster.run.Plans.task;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import muster.plan.AgentId;
import muster.plan.Checking;
import muster.plan.LateResults;
import muster.plan.WorkMode;
import org.junit.jupiter.api.Test;

class ClaimRulesTest {
    private static final AgentId EVE = new AgentId("eve");
    private static final Terms OPEN = new Terms(
            List.of(new WorkMode.Who.Capable("sql"), new WorkMode.Who.InRole("BA")),
            List.of(),
            List.of(),
            Checking.NONE,
            LateResults.REFUSE,
            null);

    @Test
    void aClaimGivesALeaseAndAFence() {
        var run = new Trial(plan(step("a")));

        var events = take(run, "a", ANN);

        assertThat(events).hasExactlyElementsOfTypes(Event.AttemptStarted.class, ClaimEvent.LeaseGranted.class);
        assertThat(run.state.claims().hold(task("a")).until()).isEqualTo(run.now.plus(Lease.USUAL));
    }

    @Test
    void aSecondClaimIsRefusedWithTheNameOfTheHolder() {
        var run = new Trial(team(step("a").on(OPEN)));
        take(run, "a", ANN);

        assertThat(why(take(run, "a", BOB))).isEqualTo("it is held by ann, at least until 2026-01-05T09:15:00Z");
        assertThat(why(take(run, "a", ANN))).isEqualTo("you hold it already, at least until 2026-01-05T09:15:00Z");
    }

    @Test
    void onlyAMemberWithTheRoleOrCapabilityMayClaim() {
        var run =
                new Trial(team(step("a").on(OPEN), step("b").on(OPEN), step("c").on(OPEN)));

        assertThat(why(take(run, "a", EVE))).isEqualTo("eve is not in the team; those who are: [ann, bob, carl, dora]");
        assertThat(why(take(run, "a", new AgentId("dora"))))
                .isEqualTo("dora is not an owner, nor has it the role or capability");
        assertThat(take(run, "a", BOB)).hasSize(2);
        assertThat(take(run, "b", new AgentId("carl"))).hasSize(2);
    }

    @Test
    void anAgentHoldsNoMoreThanItsCapacity() {
        var run = new Trial(team(step("a"), step("b"), step("c")));
        take(run, "a", ANN);
        take(run, "b", ANN);

        assertThat(why(take(run, "c", ANN))).isEqualTo("ann has its hands full with a, b; its capacity is 2");
    }

    @Test
    void aStepThatWaitsSaysForWhat() {
        var run = new Trial(plan(step("a"), step("b", "a")));

        assertThat(why(take(run, "b", ANN))).isEqualTo("it is waiting: it needs a, which is not done");
    }

    @Test
    void twoAgentsDoNotWriteTheSame() {
        var run = new Trial(team(writing("a", "src/**"), writing("b", "src/main/App.java"), writing("c", "docs")));
        take(run, "a", ANN);

        var refused = why(take(run, "b", BOB));
        var free = take(run, "c", BOB);

        assertThat(refused).isEqualTo("it would write what ann holds for a: src/main/App.java and src/**");
        assertThat(free).hasSize(2);
    }

    @Test
    void anAgentMayReserveMoreThanTheStepSays() {
        var run = new Trial(team(writing("a", "a.txt"), writing("b", "table:ods.orders")));
        run.tell(new ClaimCommand.Take(task("a"), ANN, Lease.USUAL, List.of("table:ods.*"), new TreeMap<>()));

        assertThat(why(take(run, "b", BOB)))
                .isEqualTo("it would write what ann holds for a: table:ods.orders and table:ods.*");
    }

    @Test
    void aHeartbeatExtendsTheLease() {
        var run = new Trial(plan(step("a")));
        take(run, "a", ANN);
        run.pass(Duration.ofMinutes(10));

        run.tell(new ClaimCommand.Beat(task("a"), 1, ANN));
        run.pass(Duration.ofMinutes(14));

        assertThat(run.tell(new ClaimCommand.Expire())).isEmpty();
        assertThat(run.state.claims().hold(task("a")).until()).isEqualTo("2026-01-05T09:25:00Z");
    }

    @Test
    void aHeartbeatLeavesAnEventOnceItGainsATenthOfTheLease() {
        var run = new Trial(plan(step("a")));
        take(run, "a", ANN);
        run.pass(Duration.ofSeconds(90).minusNanos(1));

        assertThat(run.tell(new ClaimCommand.Beat(task("a"), 1, ANN))).isEmpty();
        run.pass(Duration.ofNanos(1));
        assertThat(run.tell(new ClaimCommand.Beat(task("a"), 1, ANN))).hasSize(1);
    }

    @Test
    void aSilentAgentLosesItsStepOnlyAfterTheLease() {
        var run = new Trial(plan(step("a")));
        take(run, "a", ANN);
        run.pass(Duration.ofMinutes(15).minusMillis(1));

        var early = run.tell(new ClaimCommand.Expire());
        run.pass(Duration.ofMillis(1));
        var late = run.tell(new ClaimCommand.Expire());

        assertThat(early).isEmpty();
        assertThat(late)
                .containsExactly(
                        new Event.AttemptLost(
                                task("a"),
                                1,
                                "the lease of ann ended at 2026-01-05T09:15:00Z and nothing was heard since 2026-01-05T09:00:00Z"));
        assertThat(run.step("a")).isInstanceOf(StepState.Ready.class);
    }

    @Test
    void anAgentThatIsBusyElsewhereIsAliveThoughTheLeaseIsOver() {
        var run = new Trial(plan(step("a"), step("b")));
        take(run, "a", ANN);
        run.pass(Duration.ofMinutes(14));
        take(run, "b", ANN);
        run.pass(Duration.ofMinutes(4));

        var alive = run.tell(new ClaimCommand.Expire());
        run.pass(Duration.ofMinutes(1));
        var dead = run.tell(new ClaimCommand.Expire());

        assertThat(alive).isEmpty();
        assertThat(dead).hasSize(1);
        assertThat(run.step("b")).isInstanceOf(StepState.Running.class);
    }

    @Test
    void whoHoldsAStepMayAskAndTheStepWaitsForTheAnswer() {
        var run = new Trial(plan(step("a")));
        take(run, "a", ANN);

        var stale = run.tell(new ClaimCommand.Ask(task("a"), 9, ANN, List.of("Which one?")));
        var empty = run.tell(new ClaimCommand.Ask(task("a"), 1, ANN, List.of(" ")));
        run.tell(new ClaimCommand.Ask(task("a"), 1, ANN, List.of("Which one?")));

        assertThat(why(stale)).contains("fence 9 is stale");
        assertThat(why(empty)).contains("a question has words");
        assertThat(run.step("a")).isInstanceOf(StepState.Blocked.class);
        assertThat(run.state.claims().hold(task("a"))).isNull();
    }

    @Test
    void aStaleWordIsRefusedWhateverItSays() {
        var run = new Trial(plan(step("a")));
        lose(run);
        take(run, "a", ANN);

        assertThat(why(run.tell(new ClaimCommand.Beat(task("a"), 1, ANN)))).contains("fence 1 is stale");
        assertThat(why(finish(run, 1, Map.of()))).isEqualTo("fence 1 is stale, the claim of ann has 2");
        assertThat(why(run.tell(new ClaimCommand.Release(task("a"), 1, ANN, "tired"))))
                .contains("stale");
        assertThat(why(run.tell(new ClaimCommand.GiveUp(task("a"), 1, ANN, "tired"))))
                .contains("stale");
        assertThat(why(run.tell(new ClaimCommand.Beat(task("a"), 2, BOB)))).isEqualTo("it is held by ann, not by bob");
        assertThat(why(run.succeed("a"))).isEqualTo("it is held by ann, who reports as the holder");
        assertThat(run.step("a")).isInstanceOf(StepState.Running.class);
    }

    @Test
    void aReleasedStepIsReadyForOthersAndNoFailure() {
        var run = new Trial(plan(step("a")));
        take(run, "a", ANN);

        run.tell(new ClaimCommand.Release(task("a"), 1, ANN, "the build is broken"));

        assertThat(run.step("a")).isEqualTo(new StepState.Ready(Purpose.DO, 0, java.time.Instant.EPOCH));
        assertThat(run.state.claims().holds()).isEmpty();
    }

    @Test
    void anAgentThatCouldNotDoItUsesUpARetry() {
        var run = new Trial(plan(step("a")));
        take(run, "a", ANN);

        var events = run.tell(new ClaimCommand.GiveUp(task("a"), 1, ANN, "the tests fail"));

        assertThat(events).hasExactlyElementsOfTypes(Event.AttemptFailed.class, Event.RetryScheduled.class);
    }

    @Test
    void doneCountsOnceTheDeliverablesAreThereNotEmptyAndNew() {
        var terms = new Terms(
                List.of(),
                List.of(),
                List.of("x.csv", "y.csv", "z.csv", "w.csv"),
                Checking.NONE,
                LateResults.REFUSE,
                null);
        var run = new Trial(plan(step("a").on(terms)));
        run.tell(new ClaimCommand.Take(
                task("a"), ANN, Lease.USUAL, List.of(), new TreeMap<>(Map.of("z.csv", "old", "w.csv", "old"))));

        var refused = why(finish(run, 1, Map.of("y.csv", "", "z.csv", "old", "w.csv", "new")));
        finish(run, 1, Map.of("x.csv", "1", "y.csv", "2", "z.csv", "3", "w.csv", "new"));

        assertThat(refused)
                .isEqualTo("deliverable x.csv is not there; deliverable y.csv is empty; "
                        + "deliverable z.csv is what it was when the step was claimed");
        assertThat(run.state.status()).isEqualTo(RunStatus.FINISHED);
    }

    @Test
    void aLateResultIsTakenIfTheStepAllowsItAndNobodyClaimedItAgain() {
        var lenient = new Terms(List.of(), List.of(), List.of(), Checking.NONE, LateResults.TAKE_UNLESS_CLAIMED, null);
        var free = new Trial(plan(step("a").on(lenient)));
        var again = new Trial(plan(step("a").on(lenient)));
        var strict = new Trial(plan(step("a")));
        List.of(free, again, strict).forEach(ClaimRulesTest::lose);
        take(again, "a", ANN);

        assertThat(finish(free, 1, Map.of()).getFirst()).isInstanceOf(ClaimEvent.LateResultTaken.class);
        assertThat(why(finish(again, 1, Map.of()))).contains("fence 1 is stale");
        assertThat(why(finish(strict, 1, Map.of()))).contains("nobody holds it");
        assertThat(free.state.status()).isEqualTo(RunStatus.FINISHED);
    }

    @Test
    void workThatIsCheckedCountsOnceAnotherAgentAcceptedIt() {
        var run = checked();
        finish(run, 1, Map.of());

        var own = why(run.tell(new ClaimCommand.Accept(task("a"), 1, ANN, "fine")));
        var stranger = why(run.tell(new ClaimCommand.Accept(task("a"), 1, EVE, "fine")));
        var waiting = run.step("b");
        run.tell(new ClaimCommand.Accept(task("a"), 1, BOB, "fine"));

        assertThat(own).isEqualTo("ann did it; somebody else has to check it");
        assertThat(stranger).startsWith("eve is not in the team");
        assertThat(waiting).isInstanceOf(StepState.Waiting.class);
        assertThat(run.step("b")).isInstanceOf(StepState.Ready.class);
    }

    @Test
    void workThatIsSentBackIsReadyAgainAndSaysWhy() {
        var run = checked();
        finish(run, 1, Map.of());

        var events = run.tell(new ClaimCommand.SendBack(task("a"), 1, BOB, "no tests"));
        var late = why(finish(run, 1, Map.of()));

        assertThat(events).containsExactly(new ClaimEvent.WorkReturned(task("a"), 1, BOB, "no tests"));
        assertThat(run.state.claims().returned()).containsEntry(task("a"), "no tests");
        assertThat(take(run, "a", ANN)).hasSize(2);
        assertThat(late).contains("fence 1 is stale");
    }

    @Test
    void nothingBeginsInAPausedRunButWhatIsUnderWayMayEnd() {
        var run = new Trial(plan(step("a"), step("b"), step("c", "a")));
        take(run, "a", ANN);

        run.tell(new SteerCommand.Pause(BOB, "night"));
        var refused = why(take(run, "b", ANN));
        finish(run, 1, Map.of());
        var paused = run.step("c");
        run.tell(new SteerCommand.Continue(BOB, "day"));

        assertThat(refused).isEqualTo("the run is paused");
        assertThat(paused).isInstanceOf(StepState.Waiting.class);
        assertThat(run.step("c")).isInstanceOf(StepState.Ready.class);
    }

    @Test
    void aCancelledRunBeginsNothingAndCanBeRolledBack() {
        var run = new Trial(plan(step("a"), step("b")));
        run.doIt("a");

        run.tell(new SteerCommand.Cancel(BOB, "too dear"));
        var refused = why(take(run, "b", ANN));
        run.rollBack();
        run.doIt("a");

        assertThat(refused).isEqualTo("the run is cancelled");
        assertThat(run.state.status()).isEqualTo(RunStatus.ROLLED_BACK);
    }

    @Test
    void aSkippedStepHoldsNothingUpAndProvidesNothing() {
        var run = new Trial(plan(step("a"), step("b", "a")));

        var blank = why(run.tell(new SteerCommand.Skip(task("a"), BOB, " ")));
        run.tell(new SteerCommand.Skip(task("a"), BOB, "done last year"));
        run.doIt("b");
        var late = why(run.tell(new SteerCommand.Skip(task("b"), BOB, "why not")));

        assertThat(blank).isEqualTo("it needs a reason");
        assertThat(late).isEqualTo("the run is finished");
        assertThat(run.state.status()).isEqualTo(RunStatus.FINISHED);
        assertThat(run.state.facts()).containsExactlyElementsOf(Plans.facts("done:b"));
    }

    private static Trial checked() {
        var terms = new Terms(List.of(), List.of(), List.of(), Checking.ANOTHER, LateResults.REFUSE, null);
        var run = new Trial(team(step("a").on(terms), step("b", "a")));
        take(run, "a", ANN);
        return run;
    }

    static void lose(Trial run) {
        take(run, "a", ANN);
        run.pass(Duration.ofHours(1));
        run.tell(new ClaimCommand.Expire());
    }

    private static RunPlan team(Step... steps) {
        return new RunPlan(
                new RunId("r1"),
                List.of(steps),
                List.of(),
                List.of(
                        new RunAgent(ANN, "DE", List.of(), 2),
                        new RunAgent(BOB, "BA", List.of(), 5),
                        new RunAgent(new AgentId("carl"), "DE", List.of("sql"), 1),
                        new RunAgent(new AgentId("dora"), "QA", List.of("java"), 1)));
    }

    private static Step writing(String id, String glob) {
        return step(id).on(new Terms(OPEN.open(), List.of(glob), List.of(), Checking.NONE, LateResults.REFUSE, null));
    }

    static List<Event> take(Trial run, String task, AgentId by) {
        return run.tell(new ClaimCommand.Take(task(task), by, Lease.USUAL, List.of(), new TreeMap<>()));
    }

    static List<Event> finish(Trial run, long fence, Map<String, String> delivered) {
        return run.tell(new ClaimCommand.Finish(task("a"), fence, ANN, new TreeMap<>(delivered), new TreeMap<>()));
    }

    static String why(List<Event> events) {
        assertThat(events).hasExactlyElementsOfTypes(Event.Refused.class);
        return ((Event.Refused) events.getFirst()).why();
    }
}
