package muster.engines;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletionException;
import muster.coordination.CoordinationCommand;
import muster.coordination.CoordinationRules;
import muster.coordination.CoordinationState;
import muster.coordination.Happening;
import muster.coordination.Ruling;
import muster.run.Command;
import muster.run.RunId;
import muster.storage.FollowedTeam;
import muster.storage.Journal;
import muster.storage.JournalUnavailable;
import muster.storage.SnapshotFolder;
import muster.storage.Word;
import org.jspecify.annotations.Nullable;

/// A team that is read from its run's journal and told through a dispatch, which appends. Nothing is appended here, so
/// all that is told to the run goes one way.
public final class DispatchedTeam implements RunTeam {
    private final Dispatch dispatch;
    private final Journal journal;
    private final InstantSource clock;
    private final FollowedTeam team;

    /// Reads the run as it is, from a snapshot on if there is one.
    ///
    /// @param from the journal, and what is kept of it
    public DispatchedTeam(Dispatch dispatch, From from, InstantSource clock, RunId run) {
        this.dispatch = dispatch;
        this.journal = from.journal();
        this.clock = clock;
        this.team = FollowedTeam.of(from.journal(), run, from.snapshots());
    }

    /// From where a run is read.
    public record From(Journal journal, @Nullable SnapshotFolder snapshots) {}

    @Override
    public CoordinationState state() {
        return team.state();
    }

    @Override
    public List<Happening> history() {
        return team.history();
    }

    @Override
    public Instant now() {
        return clock.instant();
    }

    @Override
    public Told tell(CoordinationCommand command, String key) {
        return tell(new Word.ToTeam(command), key);
    }

    @Override
    public Told tell(Command command, String key) {
        return tell(new Word.ToRun(command), key);
    }

    /// What the journal knows by its key is not brought again. What it did not know was told by this, though the engine
    /// may have lost the first answer.
    private Told tell(Word word, String key) {
        var before = journal.told(run(), key);
        if (!before.isEmpty()) {
            return new Told.AlreadyTold(Told.of(before));
        }
        var told = brought(word, key);
        return told instanceof Told.AlreadyTold(var first) ? first : told;
    }

    /// If something follows by this clock, the run is woken, and says what follows by the clock of who tells it.
    @Override
    public void settle() {
        team.catchUp();
        if (CoordinationRules.decide(state(), new CoordinationCommand.Due(), now()) instanceof Ruling.Granted due
                && !due.isEmpty()) {
            brought(new Word.ToRun(new Command.Wake()), "wake/" + state().run().version());
        }
    }

    private Told brought(Word word, String key) {
        try {
            return dispatch.tell(run(), word, key).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof JournalUnavailable why ? why : e;
        } finally {
            team.catchUp();
        }
    }

    private RunId run() {
        return state().run().plan().id();
    }
}
