package muster.engines;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import muster.actions.CommandPerformer;
import muster.actions.Performers;
import muster.actions.SqlPerformer;
import muster.pack.Pack;
import muster.pack.PackAction;
import muster.plan.Action;
import muster.plan.AgentId;
import muster.plan.GateId;
import muster.plan.TaskId;
import muster.plan.Team;
import muster.run.ActionResult;
import muster.run.Command;
import muster.run.Event;
import muster.run.Hands;
import muster.run.Recorded;
import muster.run.RunId;
import muster.run.RunPlan;
import muster.run.RunState;
import muster.run.RunStatus;
import muster.run.Step;
import muster.run.StepState;
import muster.storage.ChainCheck;
import muster.storage.ChainHead;
import muster.storage.Journal;
import muster.storage.MemoryJournal;
import muster.storage.SqliteJournal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class EmbeddedEngineTest {
    private static final RunId RUN = new RunId("r1");
    private static final Instant START = Instant.parse("2026-01-05T09:00:00Z");

    private static final AgentId ANN = new AgentId("ann");

    private final Map<String, PackAction> actions = new HashMap<>();
    private final List<String> performed = Collections.synchronizedList(new ArrayList<>());
    private final Journal journal = new MemoryJournal();
    private EngineSettings settings = EngineSettings.of(Team.NOBODY);

    @Test
    void stepsArePerformedInTheOrderOfTheirNeeds() throws Exception {
        succeeding("a", "b", "c");
        var plan = Steps.plan(Steps.pack("c", "b"), Steps.pack("b", "a"), Steps.pack("a"));

        var end = carryOut(plan, journal);

        assertThat(end.status()).isEqualTo(RunStatus.FINISHED);
        assertThat(performed).containsExactly("r1/a", "r1/b", "r1/c");
    }

    @Test
    void aRunInAFileGoesOnAfterTheEngineStoppedInTheMiddle(@TempDir Path directory) throws Exception {
        succeeding("a", "c");
        var begun = new CountDownLatch(1);
        actions.put("test.b", _ -> {
            begun.countDown();
            new CountDownLatch(1).await();
            return new ActionResult.Succeeded(Steps.none());
        });
        var plan = Steps.plan(Steps.pack("a"), Steps.pack("b", "a"), Steps.pack("c", "b"));
        try (var file = SqliteJournal.open(directory.resolve("journal.db"))) {
            try (var engine = engine(file)) {
                engine.start(plan, "digest", Steps.NO_FACTS).get();
                begun.await();
            }
            succeeding("b");
            try (var engine = engine(file)) {
                engine.resume(RUN).get();

                assertThat(engine.quiet(RUN).get().status()).isEqualTo(RunStatus.FINISHED);
            }
            assertThat(performed).containsExactly("r1/a", "r1/b", "r1/c");
            assertThat(file.verify(ChainHead.NONE)).isInstanceOf(ChainCheck.ChainHolds.class);
        }
    }

    @Test
    void goingOnWithARunThatIsGoingOnStartsNothingTwice() throws Exception {
        var begun = new CountDownLatch(1);
        var resumed = new CountDownLatch(1);
        actions.put("test.a", call -> {
            performed.add(call.key());
            begun.countDown();
            resumed.await();
            return new ActionResult.Succeeded(Steps.none());
        });
        try (var engine = engine(journal)) {
            engine.start(Steps.plan(Steps.pack("a")), "digest", Steps.NO_FACTS).get();
            begun.await();
            engine.resume(RUN).get();
            resumed.countDown();

            assertThat(engine.quiet(RUN).get().status()).isEqualTo(RunStatus.FINISHED);
            assertThat(performed).containsExactly("r1/a");
        }
    }

    @Test
    void anOutcomeIsInTheJournalBeforeTheNextStepBegins() throws Exception {
        var seen = new ArrayList<List<Recorded>>();
        succeeding("a");
        actions.put("test.b", _ -> {
            seen.add(journal.read(RUN, 0));
            return new ActionResult.Succeeded(Steps.none());
        });

        carryOut(Steps.plan(Steps.pack("a"), Steps.pack("b", "a")), journal);

        assertThat(seen.getFirst())
                .extracting(Recorded::event)
                .contains(new Event.AttemptSucceeded(new TaskId("a"), 1, Steps.none()));
    }

    @Test
    void aFailedStepIsRepeatedOnceItsBackOffIsOver() throws Exception {
        var starts = new ArrayList<Long>();
        actions.put("test.a", call -> {
            starts.add(call.fence());
            return starts.size() < 2 ? new ActionResult.Failed("not yet") : new ActionResult.Succeeded(Steps.none());
        });

        var end = carryOut(Steps.plan(Steps.pack("a")), journal);

        assertThat(end.status()).isEqualTo(RunStatus.FINISHED);
        assertThat(starts).containsExactly(1L, 2L);
        assertThat(journal.read(RUN, 0).getLast().at()).isBetween(START.plusMillis(500), START.plusSeconds(1));
    }

    @Test
    void aStepThatKeepsFailingStallsTheRunAndSoDoesABrokenOrUnknownAction() throws Exception {
        actions.put("test.broken", _ -> {
            throw new IllegalStateException("a bug");
        });

        var end = carryOut(Steps.plan(Steps.pack("broken"), Steps.pack("unknown")), journal);

        assertThat(end.status()).isEqualTo(RunStatus.STALLED);
        assertThat(end.steps().values())
                .extracting(step -> ((StepState.Failed) step).why())
                .containsExactly(
                        "the action broke: java.lang.IllegalStateException: a bug",
                        "no pack has the action test.unknown");
    }

    @Test
    void anAnswerReachesTheActionThatAsked() throws Exception {
        var answers = new ArrayList<String>();
        actions.put("test.a", call -> {
            var answer = call.arguments().get("answer");
            answers.add(String.valueOf(answer));
            return answer == null
                    ? new ActionResult.NeedsDecision(List.of("overwrite?"))
                    : new ActionResult.Succeeded(Steps.none());
        });
        try (var engine = engine(journal)) {
            engine.start(Steps.plan(Steps.pack("a")), "digest", Steps.NO_FACTS).get();
            var blocked = engine.quiet(RUN).get();

            engine.tell(RUN, new Command.Answer(new TaskId("a"), ANN, "skip"), "answer-1")
                    .get();

            assertThat(blocked.step(new TaskId("a"))).isInstanceOf(StepState.Blocked.class);
            assertThat(engine.quiet(RUN).get().status()).isEqualTo(RunStatus.FINISHED);
            assertThat(answers).containsExactly("null", "skip");
        }
    }

    @Test
    void aGateHoldsTheRunUntilItsApproverAgreesInAnotherProcess() throws Exception {
        succeeding("a", "b");
        var plan = new RunPlan(
                RUN,
                List.of(Steps.pack("a"), Steps.behind(Steps.pack("b"), "go")),
                List.of(Steps.gate("go", "a", "ann")));
        try (var engine = engine(journal)) {
            engine.start(plan, "digest", Steps.NO_FACTS).get();
            var waiting = engine.quiet(RUN).get();
            var elsewhere = new JournaledRun(journal, new SimulatedClock(START), RUN);

            elsewhere.tell(new Command.Approve(new GateId("go"), ANN, "fine"), "approve-1");

            assertThat(waiting.status()).isEqualTo(RunStatus.RUNNING);
            assertThat(engine.quiet(RUN).get().status()).isEqualTo(RunStatus.FINISHED);
            assertThat(performed).containsExactly("r1/a", "r1/b");
        }
    }

    @Test
    void aManualStepWaitsForItsOwner() throws Exception {
        try (var engine = engine(journal)) {
            engine.start(Steps.plan(Steps.manual("m")), "digest", Steps.NO_FACTS)
                    .get();
            var waiting = engine.quiet(RUN).get();

            engine.tell(RUN, new Command.CompleteManual(new TaskId("m"), ANN, Hands.REAL, Steps.none()), "m-1")
                    .get();

            assertThat(waiting.step(new TaskId("m"))).isInstanceOf(StepState.Ready.class);
            assertThat(engine.quiet(RUN).get().status()).isEqualTo(RunStatus.FINISHED);
        }
    }

    @Test
    void simulatedHandsDoManualStepsAndTheJournalSaysSo() throws Exception {
        settings = settings.with(_ -> Steps.none());

        var end = carryOut(Steps.plan(Steps.manual("m")), journal);

        assertThat(end.status()).isEqualTo(RunStatus.FINISHED);
        assertThat(journal.read(RUN, 0))
                .extracting(Recorded::event)
                .contains(new Event.ManualDone(new TaskId("m"), new AgentId("muster"), Hands.SIMULATED, Steps.none()));
    }

    @Test
    void anAgentIsAtNoMoreStepsThanItsCapacity() throws Exception {
        assertThat(mostAtOneTime(1, 8)).isEqualTo(1);
        assertThat(mostAtOneTime(3, 8)).isEqualTo(3);
        assertThat(mostAtOneTime(8, 2)).isEqualTo(2);
    }

    @Test
    void stepsThatDoNotNeedEachOtherRunAtTheSameTime() throws Exception {
        var both = new CyclicBarrier(2);
        PackAction meets = _ -> {
            try {
                both.await();
            } catch (BrokenBarrierException e) {
                return new ActionResult.Failed("nobody came");
            }
            return new ActionResult.Succeeded(Steps.none());
        };
        actions.put("test.a", meets);
        actions.put("test.b", meets);

        assertThat(carryOut(Steps.plan(Steps.pack("a"), Steps.pack("b")), journal)
                        .status())
                .isEqualTo(RunStatus.FINISHED);
    }

    @Test
    void progressIsToldWithItsStep() throws Exception {
        var marks = Collections.synchronizedList(new ArrayList<Progress.Mark>());
        settings = settings.telling((_, mark) -> marks.add(mark));
        actions.put("test.a", call -> {
            call.progress().accept(0.5, "half of the tables");
            return new ActionResult.Succeeded(Steps.none());
        });

        carryOut(Steps.plan(Steps.pack("a")), journal);

        assertThat(marks).containsExactly(new Progress.Mark(new TaskId("a"), 0.5, "half of the tables"));
    }

    @Test
    void aCommandToldTwiceWithOneKeyHasOneEffect() throws Exception {
        try (var engine = engine(journal)) {
            engine.start(Steps.plan(Steps.manual("m")), "digest", Steps.NO_FACTS)
                    .get();
            var first = engine.tell(RUN, new Command.Note("remark", "{}"), "n").get();
            var second = engine.tell(RUN, new Command.Note("remark", "{}"), "n").get();

            assertThat(first).isInstanceOf(Told.Accepted.class);
            assertThat(second).isEqualTo(new Told.AlreadyTold(first));
        }
    }

    @Test
    void aRollbackPerformsTheCompensationsTheLastStepFirst() throws Exception {
        succeeding("a", "b", "undo");
        var undo = new Action.Pack("test.undo", Steps.none());
        var plan = Steps.plan(Steps.undoneBy(Steps.pack("a"), undo), Steps.undoneBy(Steps.pack("b", "a"), undo));
        try (var engine = engine(journal)) {
            engine.start(plan, "digest", Steps.NO_FACTS).get();
            engine.quiet(RUN).get();

            engine.tell(RUN, new Command.RollBack(ANN, "too slow"), "back").get();

            assertThat(engine.quiet(RUN).get().status()).isEqualTo(RunStatus.ROLLED_BACK);
            assertThat(performed).containsExactly("r1/a", "r1/b", "r1/b/undo", "r1/a/undo");
        }
    }

    @Test
    void aCommandToARunThatWasNeverStartedLeavesNoTrace() throws Exception {
        try (var engine = engine(journal)) {
            var told = engine.tell(RUN, new Command.Approve(new GateId("go"), ANN, "fine"), "k")
                    .get();

            assertThat(told).isEqualTo(new Told.Refused("the run has no such gate"));
            assertThat(journal.runs()).isEmpty();
        }
    }

    private int mostAtOneTime(int capacity, int together) throws Exception {
        var names = IntStream.range(0, 8).mapToObj(i -> "s" + i).toArray(String[]::new);
        succeeding(names);
        var steps = Stream.of(names).map(name -> Steps.ownedBy(Steps.pack(name), ANN));
        settings = new EngineSettings(together, Map.of(ANN, capacity), Progress.NONE, null);
        var own = new MemoryJournal();
        carryOut(Steps.plan(steps.toArray(Step[]::new)), own);
        var present = 0;
        var most = 0;
        for (var recorded : own.read(RUN, 0)) {
            present += recorded.event() instanceof Event.AttemptStarted ? 1 : 0;
            present -= recorded.event() instanceof Event.AttemptSucceeded ? 1 : 0;
            most = Math.max(most, present);
        }
        return most;
    }

    private RunState carryOut(RunPlan plan, Journal into) throws Exception {
        try (var engine = engine(into)) {
            engine.start(plan, "digest", Steps.NO_FACTS).get();
            return engine.quiet(RUN).get();
        }
    }

    private EmbeddedEngine engine(Journal into) {
        var commands =
                new CommandPerformer(Path.of("."), new TreeMap<>(), Duration.ofSeconds(10), UnaryOperator.identity());
        var performers = new Performers(
                commands,
                new SqlPerformer(_ -> {
                    throw new java.sql.SQLException("no database");
                }),
                List.of(new Pack("test", actions)));
        return new EmbeddedEngine(into, performers, settings, new SimulatedClock(START));
    }

    private void succeeding(String... names) {
        for (var name : names) {
            actions.put("test." + name, call -> {
                performed.add(call.key());
                return new ActionResult.Succeeded(Steps.none());
            });
        }
    }
}
