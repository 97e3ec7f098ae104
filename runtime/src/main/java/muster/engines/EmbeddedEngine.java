package muster.engines;

import java.time.Instant;
import java.util.Map;
import java.util.SortedSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import muster.actions.Performers;
import muster.plan.FactId;
import muster.run.Command;
import muster.run.RunId;
import muster.run.RunPlan;
import muster.run.RunState;
import muster.storage.Journal;
import muster.storage.Message;
import muster.storage.Word;

/// Carries runs out inside this process: one virtual thread per run writes, attempts run on threads of their own.
/// What an attempt came to is in the journal before anything that depends on it begins. One engine at a time may
/// carry out a run; an older one that still lives is refused by its fences.
public final class EmbeddedEngine implements Dispatch, AutoCloseable {
    private final Journal journal;
    private final Performers performers;
    private final EngineSettings settings;
    private final RunClock clock;
    private final Map<RunId, Live> live = new ConcurrentHashMap<>();
    private final JournalDispatch others;
    private final Deliveries deliveries;
    private final Journal.Watch watch;

    /// An engine over a journal, which stays open when the engine closes.
    public EmbeddedEngine(Journal journal, Performers performers, EngineSettings settings, RunClock clock) {
        this.journal = journal;
        this.performers = performers;
        this.settings = settings;
        this.clock = clock;
        this.others = new JournalDispatch(journal, clock);
        this.deliveries =
                new Deliveries(journal, clock, message -> tell(message).join());
        deliveries.start();
        this.watch = journal.watch(this::look);
    }

    /// Begins a run and carries it out as far as it goes; refused if it was begun before.
    public CompletableFuture<Told> start(RunPlan plan, String digest, SortedSet<FactId> facts) {
        return tell(plan.id(), new Command.Start(plan, digest, facts), "start");
    }

    /// Goes on with a run of the journal after a stop or a crash: attempts without an outcome start again with the same
    /// idempotency keys.
    public CompletableFuture<Told> resume(RunId run) {
        var told = new CompletableFuture<Told>();
        of(run).mailbox().send(new Mailbox.Resume(told));
        return told;
    }

    /// Tells a command to a run, which this engine carries out from then on, or a word to its team.
    @Override
    public CompletableFuture<Told> tell(RunId run, Word word, String key) {
        return switch (word) {
            case Word.ToRun(var command) -> {
                var told = new CompletableFuture<Told>();
                of(run).mailbox().send(new Mailbox.Tell(command, key, told));
                yield told;
            }
            case Word.ToTeam _ -> others.tell(run, word, key);
        };
    }

    @Override
    public void tellAt(RunId run, Instant at, Word word, String key) {
        journal.keep(new Message(run, at, word, key));
        deliveries.look();
    }

    /// A timer alone does not make this engine carry out a run, and one that wakes a run is for its team.
    private CompletableFuture<Told> tell(Message message) {
        return live.containsKey(message.run()) && !(message.word() instanceof Word.ToRun(Command.Wake _))
                ? tell(message.run(), message.word(), message.key())
                : others.tell(message.run(), message.word(), message.key());
    }

    /// Somebody, perhaps another process, appended to a run.
    private void look(RunId run) {
        var carried = live.get(run);
        if (carried != null) {
            carried.mailbox().look();
        }
    }

    /// The run's state once the engine can do nothing more by itself: it ended, stalled or waits for people.
    public CompletableFuture<RunState> quiet(RunId run) {
        var state = new CompletableFuture<RunState>();
        of(run).mailbox().send(new Mailbox.Watch(state));
        return state;
    }

    /// Stops. Attempts under way are interrupted and get no outcome; [#resume] starts them again.
    @Override
    public void close() {
        watch.close();
        deliveries.close();
        live.values().forEach(each -> each.mailbox().send(new Mailbox.Stop()));
        live.values().forEach(each -> join(each.thread()));
        live.clear();
    }

    private Live of(RunId run) {
        return live.compute(run, (id, known) -> known != null && known.thread().isAlive() ? known : begin(id));
    }

    private Live begin(RunId run) {
        var writer = new RunWriter(new JournaledRun(journal, clock, run), performers, settings, clock);
        return new Live(writer.mailbox(), Thread.ofVirtual().name("run-" + run).start(writer));
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private record Live(Mailbox mailbox, Thread thread) {}
}
