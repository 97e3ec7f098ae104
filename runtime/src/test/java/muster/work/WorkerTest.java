package muster.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import muster.actions.Performer;
import muster.actions.Performers;
import muster.engines.HandClock;
import muster.engines.JournaledRun;
import muster.pack.PackAction;
import muster.plan.Action;
import muster.plan.AgentId;
import muster.plan.TaskId;
import muster.run.ActionResult;
import muster.run.ClaimEvent;
import muster.run.Command;
import muster.run.Event;
import muster.run.Recorded;
import muster.run.RunAgent;
import muster.run.RunId;
import muster.run.RunPlan;
import muster.run.RunState;
import muster.run.RunStatus;
import muster.run.SteerCommand;
import muster.run.StepState;
import muster.storage.MemoryJournal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Workers over a journal in memory; what they perform are actions of a pack.
@Timeout(30)
class WorkerTest {
    private static final RunId RUN = new RunId("r1");
    private static final AgentId ANN = new AgentId("ann");
    private static final AgentId BOB = new AgentId("bob");
    private static final Action.Manual BY_HAND = new Action.Manual("by hand");

    @TempDir
    Path folder;

    private final MemoryJournal journal = new MemoryJournal();
    private final Map<String, PackAction> actions = new ConcurrentHashMap<>();
    private final List<String> calls = Collections.synchronizedList(new ArrayList<>());

    @Test
    void aWorkerPerformsWhatItsAgentOwnsInOrderAndLeavesTheRest() throws Exception {
        does("a");
        does("b");
        does("c");
        begin(
                MadeStep.of("a", ANN),
                MadeStep.of("b", ANN, "a"),
                MadeStep.of("c", BOB),
                MadeStep.of("d", ANN).by(BY_HAND));

        var worked = worker(Until.IDLE, ANN).work();

        assertThat(calls).containsExactly("r1/a", "r1/b");
        assertThat(worked.done()).isEqualTo(2);
        assertThat(worked.left()).containsKey(new TaskId("d"));
        assertThat(state().step(new TaskId("c"))).isInstanceOf(StepState.Ready.class);
    }

    @Test
    void theOutcomeIsRecordedBeforeTheNextStepBegins() throws Exception {
        does("a");
        does("b");
        begin(MadeStep.of("a", ANN), MadeStep.of("b", ANN, "a"));

        worker(Until.IDLE, ANN).work();

        assertThat(events().stream()
                        .filter(event ->
                                event instanceof Event.AttemptStarted || event instanceof Event.AttemptSucceeded)
                        .map(event -> event.getClass().getSimpleName()))
                .containsExactly("AttemptStarted", "AttemptSucceeded", "AttemptStarted", "AttemptSucceeded");
    }

    @Test
    void outputsOfNeededStepsAndAnswersReachTheNextAttempt() throws Exception {
        actions.put(
                "t.a",
                call -> call.arguments().containsKey("answer")
                        ? new ActionResult.Succeeded(
                                new TreeMap<>(Map.of("said", call.arguments().get("answer"))))
                        : new ActionResult.NeedsDecision(List.of("Which one?")));
        begin(MadeStep.of("a", ANN));

        var asked = worker(Until.IDLE, ANN).work();
        tell(new Command.Answer(new TaskId("a"), BOB, "the left one"));
        worker(Until.IDLE, ANN).work();

        assertThat(asked.asked()).isEqualTo(1);
        assertThat(state().step(new TaskId("a")))
                .isEqualTo(new StepState.Done(new TreeMap<>(Map.of("said", "the left one"))));
    }

    @Test
    void onceMeansOneStep() throws Exception {
        does("a");
        does("b");
        begin(MadeStep.of("a", ANN), MadeStep.of("b", ANN));

        assertThat(worker(Until.ONCE, ANN).work().done()).isEqualTo(1);
        assertThat(worker(Until.ONCE, BOB).work().done()).isZero();
        assertThat(calls).containsExactly("r1/a");
    }

    @Test
    void aFailureIsTriedAgainWithTheSameKeyAfterItsBackOffAsOftenAsThePlanSays() throws Exception {
        actions.put("t.a", call -> {
            calls.add(call.key() + " " + call.fence());
            return calls.size() < 2 ? new ActionResult.Failed("not yet") : succeeded();
        });
        begin(MadeStep.of("a", ANN).retrying(1));

        var worked = worker(Until.IDLE, ANN).work();

        assertThat(calls).containsExactly("r1/a 1", "r1/a 2");
        assertThat(worked.failed()).isEqualTo(1);
        assertThat(worked.status()).isEqualTo(RunStatus.FINISHED);
    }

    @Test
    void anActionThatBreaksHasFailedAndTheWorkerGoesOn() throws Exception {
        actions.put("t.a", call -> {
            throw new IllegalStateException("oops");
        });
        does("b");
        begin(MadeStep.of("a", ANN), MadeStep.of("b", ANN));

        worker(Until.IDLE, ANN).work();

        assertThat(calls).containsExactly("r1/b");
        assertThat(state().step(new TaskId("a")))
                .isInstanceOfSatisfying(
                        StepState.Failed.class,
                        failed -> assertThat(failed.why()).contains("oops"));
    }

    @Test
    void whoSaysDoneWithoutTheDeliverablesHasFailed() throws Exception {
        does("a");
        begin(MadeStep.of("a", ANN).delivering("missing.txt"));

        assertThat(worker(Until.IDLE, ANN).work().failed()).isEqualTo(1);
        assertThat(state().step(new TaskId("a")))
                .isInstanceOfSatisfying(
                        StepState.Failed.class,
                        failed -> assertThat(failed.why())
                                .isEqualTo("it was said to be done, but deliverable missing.txt is not there"));
    }

    @Test
    void aCancelledRunEndsWhatIsUnderWay() throws Exception {
        var begun = hangs("a");
        begin(MadeStep.of("a", ANN));

        var working = start(worker(Until.ENDED, ANN));
        begun.await();
        tell(new SteerCommand.Cancel(BOB, "enough"));

        assertThat(working.get().lost()).isEqualTo(1);
        assertThat(calls).containsExactly("r1/a ended");
        assertThat(state().touched().inOrder()).containsExactly(new TaskId("a"));
    }

    @Test
    void aLostClaimEndsTheActionAndItsWordIsNotTold() throws Exception {
        var begun = hangs("a");
        begin(MadeStep.of("a", ANN));

        var working = start(worker(Until.ONCE, ANN));
        begun.await();
        tell(new Command.Lose(new TaskId("a"), 1, "somebody else shall do it"));

        assertThat(working.get().lost()).isEqualTo(1);
        assertThat(events()).noneMatch(Event.AttemptFailed.class::isInstance);
        assertThat(events()).noneMatch(Event.Refused.class::isInstance);
    }

    @Test
    void aHeartbeatKeepsTheClaimOfALongAction() throws Exception {
        var begun = hangs("a");
        begin(MadeStep.of("a", ANN));
        var clock = new HandClock();

        var working = start(worker(Until.ONCE, clock, ANN));
        begun.await();
        for (var beats = 0; beats < 20; beats++) {
            clock.move(Duration.ofMinutes(2));
            while (events().stream()
                            .filter(ClaimEvent.LeaseExtended.class::isInstance)
                            .count()
                    <= beats) {
                Thread.onSpinWait();
            }
        }

        assertThat(state().claims().hold(new TaskId("a"))).isNotNull();
        tell(new SteerCommand.Cancel(BOB, "enough"));
        working.get();
    }

    @Test
    void aTimeBoxEndsAnActionAndTheNextAttemptGoesOnWithItWithoutAFailure() throws Exception {
        var begun = new CountDownLatch(1);
        actions.put("t.a", call -> {
            calls.add(call.key() + " " + call.fence());
            if (begun.getCount() > 0) {
                begun.countDown();
                new CountDownLatch(1).await();
            }
            return succeeded();
        });
        begin(MadeStep.of("a", ANN).within(Duration.ofMinutes(4), 2));
        var clock = new HandClock();

        var working = start(worker(Until.IDLE, clock, ANN));
        begun.await();
        clock.move(Duration.ofMinutes(4).minusSeconds(5));

        assertThat(working.get().handedOn()).isEqualTo(1);
        assertThat(working.get().failed()).isZero();
        assertThat(calls).containsExactly("r1/a 1", "r1/a 2");
        assertThat(events()).contains(new ClaimEvent.PartEnded(new TaskId("a"), 1, ANN, 1, 2));
        assertThat(state().status()).isEqualTo(RunStatus.FINISHED);
    }

    @Test
    void theLastTimeBoxOfAnActionEndsWithAQuestionWhateverItsRetries() throws Exception {
        var begun = hangs("a");
        begin(MadeStep.of("a", ANN).retrying(3).within(Duration.ofMinutes(4), 1));
        var clock = new HandClock();

        var working = start(worker(Until.IDLE, clock, ANN));
        begun.await();
        clock.move(Duration.ofMinutes(4).minusSeconds(5));

        assertThat(working.get().asked()).isEqualTo(1);
        assertThat(working.get().failed()).isZero();
        assertThat(state().step(new TaskId("a"))).isInstanceOf(StepState.Blocked.class);
    }

    @Test
    void aStoppedWorkerLaysDownWhatItIsAtAndTheNextOneStartsItWithTheSameKey() throws Exception {
        var begun = hangs("a");
        begin(MadeStep.of("a", ANN));
        var thread = new Thread(() -> {
            try {
                worker(Until.ENDED, ANN).work();
            } catch (Exception e) {
                calls.add(e.getClass().getSimpleName());
            }
        });

        thread.start();
        begun.await();
        thread.interrupt();
        thread.join();
        does("a");
        worker(Until.IDLE, ANN).work();

        assertThat(calls).containsExactly("r1/a ended", "InterruptedException", "r1/a");
        assertThat(state().status()).isEqualTo(RunStatus.FINISHED);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void whatADeadWorkerHeldIsTakenOverAndWhatALivingOneHoldsIsNot() throws Exception {
        begin(
                MadeStep.of("a", ANN),
                MadeStep.of("b", BOB),
                MadeStep.of("c", BOB).by(BY_HAND));
        does("a");
        does("b");
        var clock = new HandClock();
        var board = board(clock);
        board.claim(new TaskId("a"), ANN, "work/dead/claim/1");
        Files.createFile(folder.resolve("dead.worker"));
        try (var living = Presence.in(folder)) {
            board.claim(new TaskId("b"), BOB, "work/" + living.name() + "/claim/1");

            worker(Until.IDLE, clock, ANN, BOB).work();
        }

        assertThat(calls).containsExactly("r1/a");
        assertThat(board.state().claims().hold(new TaskId("b"))).isNotNull();
        assertThat(folder.resolve("dead.worker")).doesNotExist();
    }

    @Test
    void severalWorkersDoEveryStepOnce() throws Exception {
        var steps = new ArrayList<MadeStep>();
        for (var i = 0; i < 40; i++) {
            does("s" + i);
            steps.add(MadeStep.of("s" + i, ANN));
        }
        begin(steps.toArray(MadeStep[]::new));

        var workers = List.of(
                start(worker(Until.ENDED, ANN)), start(worker(Until.ENDED, ANN)), start(worker(Until.ENDED, ANN)));
        for (var each : workers) {
            each.get();
        }

        assertThat(calls).hasSize(40).doesNotHaveDuplicates();
        assertThat(state().status()).isEqualTo(RunStatus.FINISHED);
    }

    @Test
    void compensationsArePerformedTheLastFirst() throws Exception {
        does("a");
        does("b");
        does("undo-a");
        does("undo-b");
        begin(MadeStep.of("a", ANN).undone(), MadeStep.of("b", ANN, "a").undone());
        worker(Until.IDLE, ANN).work();
        tell(new Command.RollBack(BOB, "it was wrong"));

        var worked = worker(Until.IDLE, ANN).work();

        assertThat(calls).containsExactly("r1/a", "r1/b", "r1/b/undo", "r1/a/undo");
        assertThat(worked.status()).isEqualTo(RunStatus.ROLLED_BACK);
    }

    private void does(String id) {
        actions.put("t." + id, call -> {
            calls.add(call.key());
            return succeeded();
        });
    }

    /// Until it is interrupted.
    private CountDownLatch hangs(String id) {
        var begun = new CountDownLatch(1);
        actions.put("t." + id, call -> {
            begun.countDown();
            try {
                new CountDownLatch(1).await();
            } finally {
                calls.add(call.key() + " ended");
            }
            return succeeded();
        });
        return begun;
    }

    private static ActionResult succeeded() {
        return new ActionResult.Succeeded(new TreeMap<>());
    }

    private void begin(MadeStep... steps) {
        var team = List.of(new RunAgent(ANN, "dev", List.of(), 3), new RunAgent(BOB, "dev", List.of(), 1));
        var plan = new RunPlan(RUN, List.of(steps).stream().map(MadeStep::step).toList(), List.of(), team);
        new JournaledRun(journal, new HandClock(), RUN)
                .tell(new Command.Start(plan, "digest", new TreeSet<>()), "start");
    }

    private Worker worker(Until until, AgentId... agents) {
        return worker(until, InstantSource.system(), agents);
    }

    private Worker worker(Until until, InstantSource clock, AgentId... agents) {
        var performers = new Performers(
                Performer.none("no commands"),
                Performer.none("no statements"),
                Performer.none("no requests"),
                Performer.none("no branches"),
                Performer.none("no agents"),
                actions);
        return new Worker(
                board(clock),
                performers,
                new WorkTerms(List.of(agents), 2, Duration.ofMinutes(1), until),
                new WorkSetting(folder, clock, _ -> {}));
    }

    private JournalBoard board(InstantSource clock) {
        return new JournalBoard(journal, clock, RUN, Duration.ofMinutes(5));
    }

    private CompletableFuture<Worked> start(Worker worker) {
        var worked = new CompletableFuture<Worked>();
        Thread.ofPlatform().start(() -> {
            try {
                worked.complete(worker.work());
            } catch (Exception e) {
                worked.completeExceptionally(e);
            }
        });
        return worked;
    }

    private void tell(Command command) {
        new JournaledRun(journal, InstantSource.system(), RUN).tell(command, "test/" + System.nanoTime());
    }

    private RunState state() {
        return new JournaledRun(journal, InstantSource.system(), RUN).state();
    }

    private List<Event> events() {
        return journal.read(RUN, 0).stream().map(Recorded::event).toList();
    }
}
