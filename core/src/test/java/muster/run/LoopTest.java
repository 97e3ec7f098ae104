package muster.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import muster.plan.FactId;
import muster.plan.LoopRule;
import muster.plan.PhaseId;
import org.junit.jupiter.api.Test;

/// A loop of `measure` after `tune`, and `publish` after it.
class LoopTest {
    private static final PhaseId TUNE = new PhaseId("tuning");

    @Test
    void aRoundThatLeavesTheCriterionUnmetIsFollowedByAnother() {
        var run = run(3, minutesAtMost("10"), LoopRule.Exhausted.STALL);

        round(run, "12");

        assertThat(loop(run).round()).isEqualTo(2);
        assertThat(run.step("tune")).isInstanceOf(StepState.Ready.class);
        assertThat(run.step("measure")).isInstanceOf(StepState.Waiting.class);
        assertThat(run.state.facts()).doesNotContain(new FactId("done:tune"));
    }

    @Test
    void itEndsInTheRoundInWhichTheCriterionIsMet() {
        var run = run(3, minutesAtMost("10"), LoopRule.Exhausted.STALL);

        round(run, "12");
        round(run, "9.5");

        assertThat(loop(run).standing()).isEqualTo(LoopState.Standing.CONVERGED);
        assertThat(run.step("publish")).isInstanceOf(StepState.Ready.class);
        run.doIt("publish");
        assertThat(run.state.status()).isEqualTo(RunStatus.FINISHED);
    }

    @Test
    void aBoundIsMetByItself() {
        var run = run(3, minutesAtMost("10"), LoopRule.Exhausted.STALL);

        round(run, "10.0");

        assertThat(loop(run).standing()).isEqualTo(LoopState.Standing.CONVERGED);
    }

    @Test
    void theFirstRoundHasNothingThatItCouldLeaveUnchanged() {
        var run = run(3, new LoopRule.Criterion.Unchanged(), LoopRule.Exhausted.STALL);

        run.doIt("tune");
        run.doIt("measure");
        var first = loop(run).round();
        run.doIt("tune");
        run.doIt("measure");

        assertThat(first).isEqualTo(2);
        assertThat(loop(run).standing()).isEqualTo(LoopState.Standing.CONVERGED);
        assertThat(loop(run).round()).isEqualTo(2);
    }

    @Test
    void whatWaitsForAStepOfItWaitsForItsEnd() {
        var run = run(3, minutesAtMost("10"), LoopRule.Exhausted.STALL);

        run.doIt("tune");
        run.claim("measure");
        succeed(run, "12");

        assertThat(run.events)
                .noneMatch(event -> event instanceof Event.StepReady(var task, var _)
                        && task.value().equals("publish"));
        assertThat(Conditions.missing(run.state, run.state.plan().step(Plans.task("publish"))))
                .containsExactly("needs measure, which is not done");
    }

    @Test
    void eachRoundSaysWhatChanged() {
        var run = run(4, new LoopRule.Criterion.Unchanged(), LoopRule.Exhausted.STALL);

        round(run, "12");
        round(run, "9");
        round(run, "9");

        assertThat(loop(run).rounds())
                .containsExactly(
                        new LoopState.Round(1, List.of("measure: minutes")),
                        new LoopState.Round(2, List.of("measure: minutes")),
                        new LoopState.Round(3, List.of()));
        assertThat(loop(run).standing()).isEqualTo(LoopState.Standing.CONVERGED);
    }

    @Test
    void afterTheLastRoundTheRunStallsAndSaysWhy() {
        var run = run(2, minutesAtMost("10"), LoopRule.Exhausted.STALL);

        round(run, "12");
        round(run, "11");

        assertThat(run.state.status()).isEqualTo(RunStatus.STALLED);
        assertThat(run.events.getLast()).isEqualTo(new Event.RunStalled("loop tuning did not converge in 2 rounds"));
    }

    @Test
    void somebodyMayGrantAnotherRoundOrTakeItAsItIs() {
        var run = run(1, minutesAtMost("10"), LoopRule.Exhausted.STALL);
        round(run, "12");

        run.tell(new SteerCommand.Again(TUNE, Plans.BOB, "nearly there"));
        assertThat(run.state.status()).isEqualTo(RunStatus.RUNNING);
        round(run, "11");
        run.tell(new SteerCommand.Settle(TUNE, Plans.BOB, "good enough"));

        assertThat(loop(run).standing()).isEqualTo(LoopState.Standing.ACCEPTED);
        assertThat(loop(run).round()).isEqualTo(2);
        assertThat(run.step("publish")).isInstanceOf(StepState.Ready.class);
    }

    @Test
    void theLastRoundMayBeTakenAsItIs() {
        var run = run(1, minutesAtMost("10"), LoopRule.Exhausted.ACCEPT);

        round(run, "12");

        assertThat(loop(run).standing()).isEqualTo(LoopState.Standing.ACCEPTED);
    }

    @Test
    void aLoopThatPeopleJudgeWaitsForTheirWordAfterEachRound() {
        var run = run(5, new LoopRule.Criterion.Judged(), LoopRule.Exhausted.STALL);

        round(run, "12");

        assertThat(loop(run).standing()).isEqualTo(LoopState.Standing.ASKED);
        assertThat(run.state.status()).isEqualTo(RunStatus.RUNNING);
        assertThat(run.tell(new SteerCommand.Again(TUNE, Plans.BOB, " ")).getFirst())
                .isInstanceOf(Event.Refused.class);
        run.tell(new SteerCommand.Again(TUNE, Plans.BOB, "one more"));
        assertThat(loop(run).round()).isEqualTo(2);
    }

    @Test
    void aFactThatComesAfterTheLastRoundEndsItStill() {
        var run = run(1, new LoopRule.Criterion.Holds(new FactId("fast")), LoopRule.Exhausted.STALL);
        round(run, "12");

        run.report("fast", "");

        assertThat(loop(run).standing()).isEqualTo(LoopState.Standing.CONVERGED);
        assertThat(run.state.status()).isEqualTo(RunStatus.RUNNING);
    }

    @Test
    void eachRoundHasAnIdempotencyKeyOfItsOwn() {
        var run = run(3, minutesAtMost("10"), LoopRule.Exhausted.STALL);

        var first = run.claim("tune").key();
        run.succeed("tune");
        run.claim("measure");
        succeed(run, "12");
        var second = run.claim("tune").key();

        assertThat(first).isEqualTo("r1/tune");
        assertThat(second).isEqualTo("r1/tune/round-2");
    }

    @Test
    void aStepThatTheRunDoesWithoutStaysOutOfLaterRounds() {
        var run = run(3, minutesAtMost("10"), LoopRule.Exhausted.STALL);
        run.tell(new SteerCommand.Skip(Plans.task("tune"), Plans.BOB, "nothing to tune"));

        run.claim("measure");
        succeed(run, "12");

        assertThat(loop(run).round()).isEqualTo(2);
        assertThat(run.step("tune")).isInstanceOf(StepState.Skipped.class);
        assertThat(run.step("measure")).isInstanceOf(StepState.Ready.class);
    }

    @Test
    void aRollbackUndoesEachStepOfALoopOnce() {
        var run = run(3, minutesAtMost("10"), LoopRule.Exhausted.STALL);
        round(run, "12");
        round(run, "9");

        run.rollBack();
        var undone = new ArrayList<String>();
        while (run.state.status() == RunStatus.ROLLING_BACK) {
            run.state.ready().forEach(step -> {
                undone.add(step.id().value());
                run.doIt(step.id().value());
            });
        }

        assertThat(undone).containsExactly("measure", "tune");
    }

    @Test
    void whatStandsBehindAGateThatANewRoundClosesWaitsAgain() {
        var steps = List.of(
                Plans.step("tune"),
                Plans.behind(Plans.step("measure", "tune"), "g"),
                Plans.behind(Plans.step("elsewhere"), "g"));
        var loop = new RunLoop(
                TUNE,
                "Tuning",
                List.of(Plans.task("tune"), Plans.task("measure")),
                new LoopRule(3, minutesAtMost("10"), LoopRule.Exhausted.STALL));
        var gates = List.of(Plans.gate("g", "tune", Plans.BOB));
        var run = new Trial(new RunPlan(new RunId("r1"), steps, gates, List.of(), List.of(loop), List.of()));
        run.doIt("tune");
        run.approve("g", Plans.BOB);
        assertThat(run.step("elsewhere")).isInstanceOf(StepState.Ready.class);

        run.claim("measure");
        succeed(run, "12");

        assertThat(run.step("elsewhere")).isInstanceOf(StepState.Waiting.class);
    }

    private static LoopRule.Criterion minutesAtMost(String most) {
        return new LoopRule.Criterion.Reaches(Plans.task("measure"), "minutes", null, new BigDecimal(most));
    }

    private static Trial run(int most, LoopRule.Criterion criterion, LoopRule.Exhausted exhausted) {
        var steps = List.of(Plans.step("tune"), Plans.step("measure", "tune"), Plans.step("publish", "measure"));
        var loop = new RunLoop(
                TUNE,
                "Tuning",
                List.of(Plans.task("tune"), Plans.task("measure")),
                new LoopRule(most, criterion, exhausted));
        return new Trial(new RunPlan(new RunId("r1"), steps, List.of(), List.of(), List.of(loop), List.of()));
    }

    private static void round(Trial run, String minutes) {
        run.doIt("tune");
        run.claim("measure");
        succeed(run, minutes);
    }

    private static void succeed(Trial run, String minutes) {
        var outputs = new TreeMap<>(Map.of("minutes", minutes));
        run.tell(new Command.Succeed(Plans.task("measure"), run.state.fence(), outputs));
    }

    private static LoopState loop(Trial run) {
        return run.state.course().loop(TUNE);
    }
}
