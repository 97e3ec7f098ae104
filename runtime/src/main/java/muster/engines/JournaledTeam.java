package muster.engines;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import muster.coordination.CoordinationCommand;
import muster.coordination.CoordinationRules;
import muster.coordination.CoordinationState;
import muster.coordination.Happening;
import muster.coordination.Ruling;
import muster.run.Command;
import muster.run.Event;
import muster.run.RunId;
import muster.run.RunRules;
import muster.storage.AppendOutcome;
import muster.storage.Batch;
import muster.storage.CoordinationNotes;
import muster.storage.FollowedTeam;
import muster.storage.Journal;
import muster.storage.SnapshotFolder;
import org.jspecify.annotations.Nullable;

/// A team read from its run's journal, to which commands can be told: they are ruled on, appended together with what
/// they mean for the run and, if somebody else appended in between, ruled on again. The journal is read as it begins;
/// after that what it appends is applied, and what others append is read when somebody asks to settle or an append is
/// refused. For one thread.
public final class JournaledTeam {
    private final Journal journal;
    private final InstantSource clock;
    private final FollowedTeam team;
    private final Alarm alarm;
    private boolean fresh = true;

    /// Reads the run as it is.
    public JournaledTeam(Journal journal, InstantSource clock, RunId run) {
        this(journal, clock, run, null);
    }

    /// Reads the run as it is, from a snapshot on if there is one.
    public JournaledTeam(Journal journal, InstantSource clock, RunId run, @Nullable SnapshotFolder snapshots) {
        this.journal = journal;
        this.clock = clock;
        this.team = FollowedTeam.of(journal, run, snapshots);
        this.alarm = new Alarm();
    }

    /// The team as last seen.
    public CoordinationState state() {
        return team.state();
    }

    /// Everything that the journal tells of the run. It is read for this alone.
    public List<Happening> history() {
        return journal.read(run(), 0).stream().map(CoordinationNotes::happening).toList();
    }

    /// What the clock shows.
    public Instant now() {
        return clock.instant();
    }

    /// Tells a command; a key that was used before in this run has no effect again. What is due is told first.
    ///
    /// @throws muster.storage.JournalUnavailable if the journal refused; telling it again with the same key is safe
    public Told tell(CoordinationCommand command, String key) {
        follow();
        return append(now -> decided(command, now), key);
    }

    /// Tells a command to the run itself. What is due is told first, and what follows of it for the team after it.
    ///
    /// @throws muster.storage.JournalUnavailable if the journal refused; telling it again with the same key is safe
    public Told tell(Command command, String key) {
        follow();
        var told = append(now -> Decided.of(RunRules.decide(state().run(), command, now)), key);
        follow();
        return told;
    }

    /// Reads what others appended, and says what follows by now: [CoordinationCommand.Due].
    public void settle() {
        if (!fresh) {
            team.catchUp();
        }
        follow();
    }

    /// Says what follows by now, and has the run told again when the next thing does: what [Command.Wake] does where
    /// the
    /// team is known.
    public Told wake() {
        settle();
        alarm.next(state(), clock.instant()).forEach(journal::keep);
        return new Told.Accepted(List.of());
    }

    /// Says what follows by now of what is known.
    private void follow() {
        fresh = false;
        for (var due = due(); !due.events().isEmpty(); due = due()) {
            attempt(due, clock.instant(), "due/" + state().run().version());
        }
    }

    private Decided due() {
        return decided(new CoordinationCommand.Due(), clock.instant());
    }

    private Decided decided(CoordinationCommand command, Instant now) {
        return switch (CoordinationRules.decide(state(), command, now)) {
            case Ruling.Denied(var why) -> new Decided(List.of(), why);
            case Ruling.Granted granted -> new Decided(events(granted, now), "");
        };
    }

    /// What a command leads to.
    ///
    /// @param refusal why it is not even written down; empty if it may be
    private record Decided(List<Event> events, String refusal) {
        static Decided of(List<Event> events) {
            return new Decided(events, "");
        }
    }

    private Told append(Function<Instant, Decided> decide, String key) {
        Told told = null;
        while (told == null) {
            var now = clock.instant();
            var decided = decide.apply(now);
            if (!decided.events().isEmpty()) {
                told = attempt(decided, now, key);
            } else if (!team.catchUp()) {
                // Nothing is appended, so no version check tells whether somebody else moved the run on.
                told = unkept(decided, key);
            }
        }
        return told;
    }

    /// What leaves nothing now may have left something when it was told first.
    private Told unkept(Decided decided, String key) {
        var before = journal.told(run(), key);
        if (!before.isEmpty()) {
            return new Told.AlreadyTold(Told.of(before));
        }
        return decided.refusal().isEmpty() ? new Told.Accepted(List.of()) : new Told.Refused(decided.refusal());
    }

    /// Null if somebody else appended in between: it has to be decided again.
    private @Nullable Told attempt(Decided decided, Instant now, String key) {
        var after = team.after(decided.events(), now);
        var timers = alarm.next(after, now);
        var batch = new Batch(run(), state().run().version(), key, decided.events(), now, timers);
        return switch (journal.append(batch)) {
            case AppendOutcome.Appended(var recorded) -> {
                team.append(recorded, after);
                alarm.kept(timers);
                yield Told.of(recorded);
            }
            case AppendOutcome.AlreadyDone _ -> {
                team.catchUp();
                yield new Told.AlreadyTold(Told.of(journal.told(run(), key)));
            }
            case AppendOutcome.VersionConflict _ -> {
                team.catchUp();
                yield null;
            }
        };
    }

    private RunId run() {
        return state().run().plan().id();
    }

    private List<Event> events(Ruling.Granted granted, Instant now) {
        var commands = new ArrayList<Command>();
        granted.events().forEach(event -> commands.add(CoordinationNotes.note(event)));
        commands.addAll(granted.orders());
        var events = new ArrayList<Event>();
        var run = state().run();
        for (var command : commands) {
            var ruled = RunRules.rule(run, command, now);
            run = ruled.after();
            events.addAll(ruled.events());
        }
        return events;
    }
}
