package muster.work;

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
import muster.plan.AgentId;
import muster.run.ActionResult;
import muster.run.Command;
import muster.run.Event;
import muster.run.Recorded;
import muster.run.RunAgent;
import muster.run.RunId;
import muster.run.RunPlan;
import muster.run.RunState;
import muster.storage.MemoryJournal;

/// A run of made-up steps over a journal in memory, and the workers of its tests; what they perform are actions of a
/// pack, which note their keys.
///
/// @param folder of the workers
record MadeRun(Path folder, MemoryJournal journal, Map<String, PackAction> actions, List<String> calls) {
    static final AgentId ANN = new AgentId("ann");
    static final AgentId BOB = new AgentId("bob");
    private static final RunId RUN = new RunId("r1");

    MadeRun(Path folder) {
        this(folder, new MemoryJournal(), new ConcurrentHashMap<>(), Collections.synchronizedList(new ArrayList<>()));
    }

    void does(String id) {
        actions.put("t." + id, call -> {
            calls.add(call.key());
            return succeeded();
        });
    }

    /// Until it is interrupted.
    CountDownLatch hangs(String id) {
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

    static ActionResult succeeded() {
        return new ActionResult.Succeeded(new TreeMap<>());
    }

    void begin(MadeStep... steps) {
        var team = List.of(new RunAgent(ANN, "dev", List.of(), 3), new RunAgent(BOB, "dev", List.of(), 1));
        var plan = new RunPlan(RUN, List.of(steps).stream().map(MadeStep::step).toList(), List.of(), team);
        new JournaledRun(journal, new HandClock(), RUN)
                .tell(new Command.Start(plan, "digest", new TreeSet<>()), "start");
    }

    Worker worker(Until until, AgentId... agents) {
        return worker(until, InstantSource.system(), agents);
    }

    Worker worker(Until until, InstantSource clock, AgentId... agents) {
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

    JournalBoard board(InstantSource clock) {
        return new JournalBoard(journal, clock, RUN, Duration.ofMinutes(5));
    }

    CompletableFuture<Worked> start(Worker worker) {
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

    void tell(Command command) {
        new JournaledRun(journal, InstantSource.system(), RUN).tell(command, "test/" + System.nanoTime());
    }

    RunState state() {
        return new JournaledRun(journal, InstantSource.system(), RUN).state();
    }

    List<Event> events() {
        return journal.read(RUN, 0).stream().map(Recorded::event).toList();
    }
}
