package muster.engines;

import java.time.InstantSource;
import java.util.List;
import muster.run.Command;
import muster.run.Event;
import muster.run.RunId;
import muster.run.RunRules;
import muster.run.RunState;
import muster.storage.AppendOutcome;
import muster.storage.Batch;
import muster.storage.FollowedRun;
import muster.storage.Journal;
import muster.storage.SnapshotFolder;
import org.jspecify.annotations.Nullable;

/// A run read from the journal, to which commands can be told without an engine: they are decided, appended and, if
/// somebody else appended in between, decided again. For one thread.
public final class JournaledRun {
    private final Journal journal;
    private final InstantSource clock;
    private final FollowedRun run;

    /// Reads the run as it is; a run that is not in the journal is not started.
    public JournaledRun(Journal journal, InstantSource clock, RunId run) {
        this(journal, clock, run, null);
    }

    /// Reads the run as it is, from a snapshot on if there is one.
    public JournaledRun(Journal journal, InstantSource clock, RunId run, @Nullable SnapshotFolder snapshots) {
        this.journal = journal;
        this.clock = clock;
        this.run = FollowedRun.of(journal, run, snapshots);
    }

    /// The run as last seen.
    public RunState state() {
        return run.state();
    }

    /// Reads what others appended; false if that was nothing.
    public boolean catchUp() {
        return run.catchUp();
    }

    /// Tells a command; a key that was used before in this run has no effect again.
    ///
    /// @throws muster.storage.JournalUnavailable if the journal refused; telling it again with the same key is safe
    public Told tell(Command command, String key) {
        Told told = null;
        while (told == null) {
            told = attempt(command, key);
        }
        return told;
    }

    /// Null if somebody else appended in between: it has to be decided again.
    private @Nullable Told attempt(Command command, String key) {
        var now = clock.instant();
        var ruled = RunRules.rule(state(), command, now);
        var events = ruled.events();
        var unkept = unkept(events);
        if (unkept != null) {
            // Nothing is appended, so no version check tells whether somebody else moved the run on.
            return catchUp() ? null : before(key, unkept);
        }
        return switch (journal.append(new Batch(state().plan().id(), state().version(), key, events, now))) {
            case AppendOutcome.Appended appended -> {
                run.append(appended.events(), ruled.after());
                yield Told.of(appended.events());
            }
            case AppendOutcome.AlreadyDone _ -> {
                catchUp();
                yield new Told.AlreadyTold(Told.of(journal.told(state().plan().id(), key)));
            }
            case AppendOutcome.VersionConflict _ -> {
                catchUp();
                yield null;
            }
        };
    }

    /// A command that leaves nothing now may have left something when it was told first.
    private Told before(String key, Told unkept) {
        var earlier = journal.told(state().plan().id(), key);
        return earlier.isEmpty() ? unkept : new Told.AlreadyTold(Told.of(earlier));
    }

    /// The answer to a command that leaves nothing in the journal; null if it leaves something.
    private @Nullable Told unkept(List<Event> events) {
        if (events.isEmpty()) {
            return new Told.Accepted(List.of());
        }
        return state().version() == 0 && events.getFirst() instanceof Event.Refused refused
                ? new Told.Refused(refused.why())
                : null;
    }
}
