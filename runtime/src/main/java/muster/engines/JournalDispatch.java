package muster.engines;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import muster.run.Command;
import muster.run.RunId;
import muster.storage.Journal;
import muster.storage.Message;
import muster.storage.SnapshotFolder;
import muster.storage.Word;
import org.jspecify.annotations.Nullable;

/// A dispatch over nothing but a journal: embedded over SQLite or memory, for a team of servers over PostgreSQL. Each
/// run has a lane in which it is told words one after the other, by the thread of who says them if nobody is at it.
/// Timers lie in the journal and are delivered by whichever process comes first.
public final class JournalDispatch implements Dispatch, AutoCloseable {
    /// Lanes that are kept with the state of their run; idle ones beyond that are forgotten.
    private static final int MOST_LANES = 10_000;

    private final Journal journal;
    private final InstantSource clock;
    private final @Nullable SnapshotFolder snapshots;
    private final Map<RunId, Lane> lanes = new ConcurrentHashMap<>();
    private final Deliveries deliveries;
    private final Consumer<Message> timers;

    /// Over a journal, which stays open when the dispatch closes. Timers rest until [#start].
    public JournalDispatch(Journal journal, InstantSource clock) {
        this(journal, clock, null);
    }

    /// The same; teams are read from snapshots on if there are any.
    public JournalDispatch(Journal journal, InstantSource clock, @Nullable SnapshotFolder snapshots) {
        this(journal, clock, snapshots, _ -> {});
    }

    /// The same.
    ///
    /// @param timers hears of each timer that is kept with what a run was told; must not wait
    public JournalDispatch(
            Journal journal, InstantSource clock, @Nullable SnapshotFolder snapshots, Consumer<Message> timers) {
        this.journal = journal;
        this.clock = clock;
        this.snapshots = snapshots;
        this.timers = timers;
        this.deliveries =
                new Deliveries(journal, clock, message -> tell(message).join());
    }

    /// From here on timers are delivered when they are due.
    public JournalDispatch start() {
        deliveries.start();
        return this;
    }

    @Override
    public CompletableFuture<Told> tell(RunId run, Word word, String key) {
        var told = new CompletableFuture<Told>();
        lanes.compute(run, (id, known) -> {
                    var lane = known == null ? new Lane(first -> read(id, first)) : known;
                    lane.send(new Lane.Letter(word, key, told));
                    return lane;
                })
                .work();
        if (lanes.size() > MOST_LANES) {
            lanes.keySet().forEach(this::forgetIdle);
        }
        return told;
    }

    /// A run that begins is not looked for in the journal first: the version check finds out.
    private JournaledTeam read(RunId run, Word first) {
        var team = first instanceof Word.ToRun(Command.Start _)
                ? JournaledTeam.beginning(journal, clock, run, snapshots)
                : new JournaledTeam(journal, clock, run, snapshots);
        return team.heard(timers);
    }

    private void forgetIdle(RunId run) {
        lanes.computeIfPresent(run, (_, lane) -> lane.idle() ? null : lane);
    }

    @Override
    public void tellAt(RunId run, Instant at, Word word, String key) {
        journal.keep(new Message(run, at, word, key));
        deliveries.look();
    }

    /// Delivers what is due now.
    ///
    /// @return how many messages
    public int deliver() {
        return deliveries.deliver();
    }

    private CompletableFuture<Told> tell(Message message) {
        return tell(message.run(), message.word(), message.key());
    }

    /// Timers rest again; commands under way are told to their end.
    @Override
    public void close() {
        deliveries.close();
    }
}
