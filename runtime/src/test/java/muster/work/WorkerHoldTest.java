package muster.work;

import static muster.work.MadeRun.ANN;
import static muster.work.MadeRun.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import muster.engines.HandClock;
import muster.plan.Action;
import muster.plan.TaskId;
import muster.run.ClaimEvent;
import muster.run.Command;
import muster.run.Event;
import muster.run.RunStatus;
import muster.run.SteerCommand;
import muster.run.StepState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What becomes of a step that a worker holds when its claim, its time-box, its run or the worker itself ends.
@Timeout(30)
class WorkerHoldTest {
    private static final Action.Manual BY_HAND = new Action.Manual("by hand");

    private final Path folder;
    private final MadeRun run;

    WorkerHoldTest(@TempDir Path folder) {
        this.folder = folder;
        run = new MadeRun(folder);
    }

    @Test
    void aCancelledRunEndsWhatIsUnderWay() throws Exception {
        var begun = run.hangs("a");
        run.begin(MadeStep.of("a", ANN));

        var working = run.start(run.worker(Until.ENDED, ANN));
        begun.await();
        run.tell(new SteerCommand.Cancel(BOB, "enough"));

        assertThat(working.get().lost()).isEqualTo(1);
        assertThat(run.calls()).containsExactly("r1/a ended");
        assertThat(run.state().touched().inOrder()).containsExactly(new TaskId("a"));
    }

    @Test
    void aLostClaimEndsTheActionAndItsWordIsNotTold() throws Exception {
        var begun = run.hangs("a");
        run.begin(MadeStep.of("a", ANN));

        var working = run.start(run.worker(Until.ONCE, ANN));
        begun.await();
        run.tell(new Command.Lose(new TaskId("a"), 1, "somebody else shall do it"));

        assertThat(working.get().lost()).isEqualTo(1);
        assertThat(run.events()).noneMatch(Event.AttemptFailed.class::isInstance);
        assertThat(run.events()).noneMatch(Event.Refused.class::isInstance);
    }

    @Test
    void aHeartbeatKeepsTheClaimOfALongAction() throws Exception {
        var begun = run.hangs("a");
        run.begin(MadeStep.of("a", ANN));
        var clock = new HandClock();

        var working = run.start(run.worker(Until.ONCE, clock, ANN));
        begun.await();
        for (var beats = 0; beats < 20; beats++) {
            clock.move(Duration.ofMinutes(2));
            while (run.events().stream()
                            .filter(ClaimEvent.LeaseExtended.class::isInstance)
                            .count()
                    <= beats) {
                Thread.onSpinWait();
            }
        }

        assertThat(run.state().claims().hold(new TaskId("a"))).isNotNull();
        run.tell(new SteerCommand.Cancel(BOB, "enough"));
        working.get();
    }

    @Test
    void aTimeBoxEndsAnActionAndTheNextAttemptGoesOnWithItWithoutAFailure() throws Exception {
        var begun = new CountDownLatch(1);
        run.actions().put("t.a", call -> {
            run.calls().add(call.key() + " " + call.fence());
            if (begun.getCount() > 0) {
                begun.countDown();
                new CountDownLatch(1).await();
            }
            return MadeRun.succeeded();
        });
        run.begin(MadeStep.of("a", ANN).within(Duration.ofMinutes(4), 2));
        var clock = new HandClock();

        var working = run.start(run.worker(Until.IDLE, clock, ANN));
        begun.await();
        clock.move(Duration.ofMinutes(4).minusSeconds(5));

        assertThat(working.get().handedOn()).isEqualTo(1);
        assertThat(working.get().failed()).isZero();
        assertThat(run.calls()).containsExactly("r1/a 1", "r1/a 2");
        assertThat(run.events()).contains(new ClaimEvent.PartEnded(new TaskId("a"), 1, ANN, 1, 2));
        assertThat(run.state().status()).isEqualTo(RunStatus.FINISHED);
    }

    @Test
    void theLastTimeBoxOfAnActionEndsWithAQuestionWhateverItsRetries() throws Exception {
        var begun = run.hangs("a");
        run.begin(MadeStep.of("a", ANN).retrying(3).within(Duration.ofMinutes(4), 1));
        var clock = new HandClock();

        var working = run.start(run.worker(Until.IDLE, clock, ANN));
        begun.await();
        clock.move(Duration.ofMinutes(4).minusSeconds(5));

        assertThat(working.get().asked()).isEqualTo(1);
        assertThat(working.get().failed()).isZero();
        assertThat(run.state().step(new TaskId("a"))).isInstanceOf(StepState.Blocked.class);
    }

    @Test
    void aStoppedWorkerLaysDownWhatItIsAtAndTheNextOneStartsItWithTheSameKey() throws Exception {
        var begun = run.hangs("a");
        run.begin(MadeStep.of("a", ANN));
        var thread = new Thread(() -> {
            try {
                run.worker(Until.ENDED, ANN).work();
            } catch (Exception e) {
                run.calls().add(e.getClass().getSimpleName());
            }
        });

        thread.start();
        begun.await();
        thread.interrupt();
        thread.join();
        run.does("a");
        run.worker(Until.IDLE, ANN).work();

        assertThat(run.calls()).containsExactly("r1/a ended", "InterruptedException", "r1/a");
        assertThat(run.state().status()).isEqualTo(RunStatus.FINISHED);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void whatADeadWorkerHeldIsTakenOverAndWhatALivingOneHoldsIsNot() throws Exception {
        run.begin(
                MadeStep.of("a", ANN),
                MadeStep.of("b", BOB),
                MadeStep.of("c", BOB).by(BY_HAND));
        run.does("a");
        run.does("b");
        var clock = new HandClock();
        var board = run.board(clock);
        board.claim(new TaskId("a"), ANN, "work/dead/claim/1");
        Files.createFile(folder.resolve("dead.worker"));
        try (var living = Presence.in(folder)) {
            board.claim(new TaskId("b"), BOB, "work/" + living.name() + "/claim/1");

            run.worker(Until.IDLE, clock, ANN, BOB).work();
        }

        assertThat(run.calls()).containsExactly("r1/a");
        assertThat(board.state().claims().hold(new TaskId("b"))).isNotNull();
        assertThat(folder.resolve("dead.worker")).doesNotExist();
    }
}
