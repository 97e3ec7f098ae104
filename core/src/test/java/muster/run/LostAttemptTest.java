package muster.run;

import static muster.run.ClaimRulesTest.finish;
import static muster.run.ClaimRulesTest.lose;
import static muster.run.ClaimRulesTest.take;
import static muster.run.ClaimRulesTest.why;
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
import java.util.TreeSet;
import muster.plan.Checking;
import muster.plan.LateResults;
import org.junit.jupiter.api.Test;

/// Attempts that end without a word of their agent: by the end of a time-box, or because the agent is gone.
class LostAttemptTest {
    private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);

    @Test
    void aTimeBoxEndsEvenThoughTheAgentBeatsAndTheNextClaimGoesOn() {
        var run = new Trial(plan(step("a").on(boxed(LateResults.REFUSE, 3))));
        take(run, "a", ANN);
        for (var i = 0; i < 3; i++) {
            run.pass(Duration.ofMinutes(10));
            run.tell(new ClaimCommand.Beat(task("a"), 1, ANN));
        }

        assertThat(run.tell(new ClaimCommand.Expire()))
                .containsExactly(new ClaimEvent.PartEnded(task("a"), 1, ANN, 1, 3));
        assertThat(run.step("a"))
                .isInstanceOfSatisfying(
                        StepState.Ready.class,
                        ready -> assertThat(ready.failures()).isZero());
        assertThat(run.state.touched().latest()).isEqualTo(task("a"));
        assertThat(why(finish(run, 1, Map.of()))).contains("nobody holds it");
        assertThat(take(run, "a", ANN)).hasSize(2);
    }

    @Test
    void aStepThatTookAllItsTimeBoxesWaitsForAWordAndThenGoesOnForAsMany() {
        var run = new Trial(plan(step("a").on(boxed(LateResults.REFUSE, 2))));

        var first = useUp(run);
        var last = useUp(run);
        run.tell(new Command.Answer(task("a"), BOB, "yes"));
        var again = useUp(run);

        assertThat(first).hasExactlyElementsOfTypes(ClaimEvent.PartEnded.class);
        assertThat(last)
                .containsExactly(
                        new ClaimEvent.PartEnded(task("a"), 2, ANN, 2, 2),
                        new Event.DecisionAsked(
                                task("a"),
                                2,
                                List.of(
                                        "Shall it go on? It took all 2 time-boxes that it was planned to take, the last held by"
                                                + " ann until 2026-01-05T10:00:00Z")));
        assertThat(again).containsExactly(new ClaimEvent.PartEnded(task("a"), 3, ANN, 1, 2));
        assertThat(run.state.status()).isEqualTo(RunStatus.RUNNING);
    }

    @Test
    void whatFailsBeginsAnewWithItsTimeBoxes() {
        var run = new Trial(plan(retried("a", 1).on(boxed(LateResults.REFUSE, 2))));
        useUp(run);
        hold(run);
        run.tell(new ClaimCommand.GiveUp(task("a"), 2, ANN, "the disk is full"));
        run.pass(Duration.ofSeconds(1));

        assertThat(useUp(run)).containsExactly(new ClaimEvent.PartEnded(task("a"), 3, ANN, 1, 2));
    }

    @Test
    void whatIsLaidDownKeepsTheCountOfItsTimeBoxes() {
        var run = new Trial(plan(step("a").on(boxed(LateResults.REFUSE, 2))));
        useUp(run);
        hold(run);
        run.tell(new ClaimCommand.Release(task("a"), 2, ANN, "no time"));

        assertThat(useUp(run)).hasExactlyElementsOfTypes(ClaimEvent.PartEnded.class, Event.DecisionAsked.class);
    }

    @Test
    void aResultThatIsLateForItsTimeBoxIsTakenIfTheStepAllowsItAndNobodyHasItYet() {
        var early = new Trial(plan(step("a").on(boxed(LateResults.TAKE_UNLESS_CLAIMED, 2))));
        var asked = new Trial(plan(step("a").on(boxed(LateResults.TAKE_UNLESS_CLAIMED, 1))));
        var answered = new Trial(plan(step("a").on(boxed(LateResults.TAKE_UNLESS_CLAIMED, 1))));
        useUp(early);
        useUp(asked);
        useUp(answered);
        answered.tell(new Command.Answer(task("a"), BOB, "yes"));

        assertThat(finish(early, 1, Map.of()).getFirst()).isInstanceOf(ClaimEvent.LateResultTaken.class);
        assertThat(finish(asked, 1, Map.of()).getFirst()).isInstanceOf(ClaimEvent.LateResultTaken.class);
        assertThat(finish(answered, 1, Map.of()).getFirst()).isInstanceOf(ClaimEvent.LateResultTaken.class);
        assertThat(asked.state.status()).isEqualTo(RunStatus.FINISHED);
    }

    @Test
    void aResultThatIsLateForTheLastTimeBoxIsRefusedIfTheStepSaysSoOrAnotherHasIt() {
        var strict = new Trial(plan(step("a").on(boxed(LateResults.REFUSE, 1))));
        var taken = new Trial(plan(step("a").on(boxed(LateResults.TAKE_UNLESS_CLAIMED, 1))));
        useUp(strict);
        useUp(taken);
        taken.tell(new Command.Answer(task("a"), BOB, "yes"));
        take(taken, "a", ANN);

        assertThat(why(finish(strict, 1, Map.of()))).contains("it is blocked");
        assertThat(why(finish(taken, 1, Map.of()))).contains("fence 1 is stale");
    }

    @Test
    void aLateResultIsThatOfTheLastAttemptByItsOwnAgent() {
        var run = new Trial(plan(step("a").on(boxed(LateResults.TAKE_UNLESS_CLAIMED, 3))));
        useUp(run);
        useUp(run);
        var another = new ClaimCommand.Finish(task("a"), 2, BOB, new TreeMap<>(), new TreeMap<>());

        assertThat(why(run.tell(another))).contains("fence 2 is stale");
        assertThat(why(finish(run, 1, Map.of()))).contains("fence 1 is stale");
        assertThat(finish(run, 2, Map.of()).getFirst()).isInstanceOf(ClaimEvent.LateResultTaken.class);
    }

    /// Who asks still holds the step, and is asked for no result.
    @Test
    void whoAskedHasNoLateResult() {
        var run = new Trial(plan(step("a").on(boxed(LateResults.TAKE_UNLESS_CLAIMED, 2))));
        useUp(run);
        hold(run);
        run.tell(new ClaimCommand.Ask(task("a"), 2, ANN, List.of("Which one?")));

        assertThat(why(finish(run, 1, Map.of()))).contains("it is blocked");
        assertThat(why(finish(run, 2, Map.of()))).contains("it is blocked");
    }

    @Test
    void whoHoldsAStepHandsItOnShortlyBeforeItsTimeBoxEnds() {
        var run = new Trial(plan(step("a").on(boxed(LateResults.REFUSE, 2))));
        take(run, "a", ANN);
        run.pass(HALF_AN_HOUR.minusSeconds(15).minusNanos(1));
        var early = why(run.tell(new ClaimCommand.HandOn(task("a"), 1, ANN)));
        run.pass(Duration.ofNanos(1));
        var other = why(run.tell(new ClaimCommand.HandOn(task("a"), 1, BOB)));

        assertThat(early).isEqualTo("not before 2026-01-05T09:29:45Z");
        assertThat(other).isEqualTo("it is held by ann, not by bob");
        assertThat(run.tell(new ClaimCommand.HandOn(task("a"), 1, ANN)))
                .containsExactly(new ClaimEvent.PartEnded(task("a"), 1, ANN, 1, 2));
        assertThat(run.step("a")).isInstanceOf(StepState.Ready.class);
    }

    @Test
    void aStepWithoutATimeBoxIsLaidDownAndNotHandedOn() {
        var run = new Trial(plan(step("a")));
        take(run, "a", ANN);
        run.pass(Duration.ofHours(1));

        assertThat(why(run.tell(new ClaimCommand.HandOn(task("a"), 1, ANN)))).isEqualTo("it has no time-box");
        assertThat(run.step("a")).isInstanceOf(StepState.Running.class);
    }

    @Test
    void anOldJournalKeepsTheFailuresThatItTellsOf() {
        var run = new Trial(plan(retried("a", 0).on(boxed(LateResults.REFUSE, 1))));
        hold(run);

        var old = RunRules.apply(run.state, new ClaimEvent.TimeBoxEnded(task("a"), 1, ANN, "too long"));

        assertThat(old.step(task("a"))).isEqualTo(new StepState.Failed(Purpose.DO, 1, "too long"));
    }

    /// Both are over when somebody looks; the lease was over first.
    @Test
    void anAgentThatDiedBeforeItsTimeBoxEndedIsLostAndNoFailure() {
        var run = new Trial(plan(step("a").on(boxed(LateResults.REFUSE, 1))));
        take(run, "a", ANN);
        run.pass(Duration.ofHours(5));

        assertThat(run.tell(new ClaimCommand.Expire())).hasExactlyElementsOfTypes(Event.AttemptLost.class);
    }

    @Test
    void aStepThatIsLostAgainAndAgainWaitsForAWord() {
        var run = new Trial(plan(step("a")));
        for (var times = 1; times < Lease.MOST_LOSSES; times++) {
            lose(run);
        }

        take(run, "a", ANN);
        run.pass(Duration.ofHours(1));
        var last = run.tell(new ClaimCommand.Expire());
        var refused = why(take(run, "a", ANN));
        run.tell(new Command.Answer(task("a"), BOB, "yes, on another machine"));
        lose(run);

        assertThat(last).hasExactlyElementsOfTypes(Event.AttemptLost.class, Event.DecisionAsked.class);
        assertThat(((Event.DecisionAsked) last.getLast()).questions().getFirst())
                .startsWith("Shall it be tried again? It was lost 10 times in a row, the last time because the lease");
        assertThat(refused).isEqualTo("it is blocked");
        assertThat(run.step("a")).isInstanceOf(StepState.Ready.class);
        assertThat(run.state.claims().losses()).containsEntry(task("a"), 1);
    }

    @Test
    void whoLaysAStepDownBreaksTheRowOfLosses() {
        var run = new Trial(plan(step("a")));
        lose(run);
        take(run, "a", ANN);
        run.tell(new ClaimCommand.Release(task("a"), 2, ANN, "no time"));

        assertThat(run.state.claims().losses()).isEmpty();
    }

    @Test
    void anEngineThatStopsAgainAndAgainAtAStepIsAskedFor() {
        var run = new Trial(plan(step("a")));
        for (var times = 0; times < Lease.MOST_LOSSES; times++) {
            run.claim("a");
            run.tell(new Command.Recover(new TreeSet<>()));
        }

        assertThat(run.step("a")).isInstanceOf(StepState.Blocked.class);
    }

    /// For longer than the time-box.
    private static void hold(Trial run) {
        run.tell(new ClaimCommand.Take(task("a"), ANN, Duration.ofHours(1), List.of(), new TreeMap<>()));
    }

    private static List<Event> useUp(Trial run) {
        hold(run);
        run.pass(HALF_AN_HOUR);
        return run.tell(new ClaimCommand.Expire());
    }

    private static Terms boxed(LateResults late, int parts) {
        return new Terms(List.of(), List.of(), List.of(), Checking.NONE, late, HALF_AN_HOUR, new TreeMap<>(), parts);
    }

    private static Step retried(String id, int retries) {
        var step = step(id);
        return new Step(
                step.id(),
                step.title(),
                step.owners(),
                step.action(),
                step.needs(),
                step.requires(),
                step.provides(),
                step.gates(),
                retries,
                step.compensation());
    }
}
