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
    private static final String OVER = "the time-box of ann ended at 2026-01-05T09:30:00Z";

    @Test
    void aTimeBoxEndsEvenThoughTheAgentBeats() {
        var run = new Trial(plan(retried("a", 0).on(boxed(LateResults.REFUSE))));
        take(run, "a", ANN);
        for (var i = 0; i < 3; i++) {
            run.pass(Duration.ofMinutes(10));
            run.tell(new ClaimCommand.Beat(task("a"), 1, ANN));
        }

        assertThat(run.tell(new ClaimCommand.Expire()))
                .startsWith(
                        new ClaimEvent.TimeBoxEnded(task("a"), 1, ANN, OVER), new Event.StepFailed(task("a"), OVER));
        assertThat(run.state.status()).isEqualTo(RunStatus.STALLED);
        assertThat(run.state.touched().latest()).isEqualTo(task("a"));
    }

    @Test
    void aTimeBoxThatEndsUsesUpARetry() {
        var run = new Trial(plan(retried("a", 1).on(boxed(LateResults.REFUSE))));

        hold(run);
        run.pass(HALF_AN_HOUR);
        var first = run.tell(new ClaimCommand.Expire());
        var late = why(finish(run, 1, Map.of()));
        run.pass(Duration.ofSeconds(1));
        hold(run);
        run.pass(HALF_AN_HOUR);
        run.tell(new ClaimCommand.Expire());

        assertThat(first).hasExactlyElementsOfTypes(ClaimEvent.TimeBoxEnded.class, Event.RetryScheduled.class);
        assertThat(late).contains("nobody holds it");
        assertThat(run.step("a"))
                .isEqualTo(new StepState.Failed(Purpose.DO, 2, "the time-box of ann ended at 2026-01-05T10:00:01Z"));
    }

    @Test
    void aResultThatIsLateForItsTimeBoxIsTakenIfTheStepAllowsItAndIsTriedAgain() {
        var again = new Trial(plan(retried("a", 1).on(boxed(LateResults.TAKE_UNLESS_CLAIMED))));
        var failed = new Trial(plan(retried("a", 0).on(boxed(LateResults.TAKE_UNLESS_CLAIMED))));
        for (var run : List.of(again, failed)) {
            hold(run);
            run.pass(HALF_AN_HOUR);
            run.tell(new ClaimCommand.Expire());
        }

        assertThat(finish(again, 1, Map.of()).getFirst()).isInstanceOf(ClaimEvent.LateResultTaken.class);
        assertThat(why(finish(failed, 1, Map.of()))).contains("it is failed");
    }

    /// Both are over when somebody looks; the lease was over first.
    @Test
    void anAgentThatDiedBeforeItsTimeBoxEndedIsLostAndNoFailure() {
        var run = new Trial(plan(retried("a", 0).on(boxed(LateResults.REFUSE))));
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

    private static Terms boxed(LateResults late) {
        return new Terms(List.of(), List.of(), List.of(), Checking.NONE, late, HALF_AN_HOUR);
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
