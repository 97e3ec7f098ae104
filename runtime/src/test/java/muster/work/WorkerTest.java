package muster.work;

import static muster.work.MadeRun.ANN;
import static muster.work.MadeRun.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import muster.plan.Action;
import muster.plan.TaskId;
import muster.run.ActionResult;
import muster.run.Command;
import muster.run.Event;
import muster.run.RunStatus;
import muster.run.StepState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What workers perform, in which order, and what is recorded of it.
@Timeout(30)
class WorkerTest {
    private static final Action.Manual BY_HAND = new Action.Manual("by hand");

    private final MadeRun run;

    WorkerTest(@TempDir Path folder) {
        run = new MadeRun(folder);
    }

    @Test
    void aWorkerPerformsWhatItsAgentOwnsInOrderAndLeavesTheRest() throws Exception {
        run.does("a");
        run.does("b");
        run.does("c");
        run.begin(
                MadeStep.of("a", ANN),
                MadeStep.of("b", ANN, "a"),
                MadeStep.of("c", BOB),
                MadeStep.of("d", ANN).by(BY_HAND));

        var worked = run.worker(Until.IDLE, ANN).work();

        assertThat(run.calls()).containsExactly("r1/a", "r1/b");
        assertThat(worked.done()).isEqualTo(2);
        assertThat(worked.left()).containsKey(new TaskId("d"));
        assertThat(run.state().step(new TaskId("c"))).isInstanceOf(StepState.Ready.class);
    }

    @Test
    void theOutcomeIsRecordedBeforeTheNextStepBegins() throws Exception {
        run.does("a");
        run.does("b");
        run.begin(MadeStep.of("a", ANN), MadeStep.of("b", ANN, "a"));

        run.worker(Until.IDLE, ANN).work();

        assertThat(run.events().stream()
                        .filter(event ->
                                event instanceof Event.AttemptStarted || event instanceof Event.AttemptSucceeded)
                        .map(event -> event.getClass().getSimpleName()))
                .containsExactly("AttemptStarted", "AttemptSucceeded", "AttemptStarted", "AttemptSucceeded");
    }

    @Test
    void outputsOfNeededStepsAndAnswersReachTheNextAttempt() throws Exception {
        run.actions()
                .put(
                        "t.a",
                        call -> call.arguments().containsKey("answer")
                                ? new ActionResult.Succeeded(new TreeMap<>(
                                        Map.of("said", call.arguments().get("answer"))))
                                : new ActionResult.NeedsDecision(List.of("Which one?")));
        run.begin(MadeStep.of("a", ANN));

        var asked = run.worker(Until.IDLE, ANN).work();
        run.tell(new Command.Answer(new TaskId("a"), BOB, "the left one"));
        run.worker(Until.IDLE, ANN).work();

        assertThat(asked.asked()).isEqualTo(1);
        assertThat(run.state().step(new TaskId("a")))
                .isEqualTo(new StepState.Done(new TreeMap<>(Map.of("said", "the left one"))));
    }

    @Test
    void onceMeansOneStep() throws Exception {
        run.does("a");
        run.does("b");
        run.begin(MadeStep.of("a", ANN), MadeStep.of("b", ANN));

        assertThat(run.worker(Until.ONCE, ANN).work().done()).isEqualTo(1);
        assertThat(run.worker(Until.ONCE, BOB).work().done()).isZero();
        assertThat(run.calls()).containsExactly("r1/a");
    }

    @Test
    void aFailureIsTriedAgainWithTheSameKeyAfterItsBackOffAsOftenAsThePlanSays() throws Exception {
        run.actions().put("t.a", call -> {
            run.calls().add(call.key() + " " + call.fence());
            return run.calls().size() < 2 ? new ActionResult.Failed("not yet") : MadeRun.succeeded();
        });
        run.begin(MadeStep.of("a", ANN).retrying(1));

        var worked = run.worker(Until.IDLE, ANN).work();

        assertThat(run.calls()).containsExactly("r1/a 1", "r1/a 2");
        assertThat(worked.failed()).isEqualTo(1);
        assertThat(worked.status()).isEqualTo(RunStatus.FINISHED);
    }

    @Test
    void anActionThatBreaksHasFailedAndTheWorkerGoesOn() throws Exception {
        run.actions().put("t.a", call -> {
            throw new IllegalStateException("oops");
        });
        run.does("b");
        run.begin(MadeStep.of("a", ANN), MadeStep.of("b", ANN));

        run.worker(Until.IDLE, ANN).work();

        assertThat(run.calls()).containsExactly("r1/b");
        assertThat(run.state().step(new TaskId("a")))
                .isInstanceOfSatisfying(
                        StepState.Failed.class,
                        failed -> assertThat(failed.why()).contains("oops"));
    }

    @Test
    void whoSaysDoneWithoutTheDeliverablesHasFailed() throws Exception {
        run.does("a");
        run.begin(MadeStep.of("a", ANN).delivering("missing.txt"));

        assertThat(run.worker(Until.IDLE, ANN).work().failed()).isEqualTo(1);
        assertThat(run.state().step(new TaskId("a")))
                .isInstanceOfSatisfying(
                        StepState.Failed.class,
                        failed -> assertThat(failed.why())
                                .isEqualTo("it was said to be done, but deliverable missing.txt is not there"));
    }

    @Test
    void severalWorkersDoEveryStepOnce() throws Exception {
        var steps = new ArrayList<MadeStep>();
        for (var i = 0; i < 40; i++) {
            run.does("s" + i);
            steps.add(MadeStep.of("s" + i, ANN));
        }
        run.begin(steps.toArray(MadeStep[]::new));

        var workers = List.of(
                run.start(run.worker(Until.ENDED, ANN)),
                run.start(run.worker(Until.ENDED, ANN)),
                run.start(run.worker(Until.ENDED, ANN)));
        for (var each : workers) {
            each.get();
        }

        assertThat(run.calls()).hasSize(40).doesNotHaveDuplicates();
        assertThat(run.state().status()).isEqualTo(RunStatus.FINISHED);
    }

    @Test
    void compensationsArePerformedTheLastFirst() throws Exception {
        run.does("a");
        run.does("b");
        run.does("undo-a");
        run.does("undo-b");
        run.begin(MadeStep.of("a", ANN).undone(), MadeStep.of("b", ANN, "a").undone());
        run.worker(Until.IDLE, ANN).work();
        run.tell(new Command.RollBack(BOB, "it was wrong"));

        var worked = run.worker(Until.IDLE, ANN).work();

        assertThat(run.calls()).containsExactly("r1/a", "r1/b", "r1/b/undo", "r1/a/undo");
        assertThat(worked.status()).isEqualTo(RunStatus.ROLLED_BACK);
    }
}
