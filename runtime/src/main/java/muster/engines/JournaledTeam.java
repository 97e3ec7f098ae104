package muster.engines;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
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
import muster.storage.Message;
import muster.storage.SnapshotFolder;
import org.jspecify.annotations.Nullable;

/// A team read from its run's journal, to which commands can be told: they are ruled on, appended together with what
/// they mean for the run and, if somebody else appended in between, ruled on again. The journal is read as it begins;
/// after that what it appends is applied, and what others append is read when somebody asks to settle or an append is
/// refused. For one thread.
public final class JournaledTeam implements RunTeam {
    private final Journal journal;
    private final InstantSource clock;
    private final FollowedTeam team;
    private final Outlook outlook = new Outlook();
    private final Alarm alarm = new Alarm(outlook);
    private boolean fresh = true;

    /// Reads the run as it is.
    public JournaledTeam(Journal journal, InstantSource clock, RunId run) {
        this(journal, clock, run, null);
    }

    /// Reads the run as it is, from a snapshot on if there is one.
    public JournaledTeam(Journal journal, InstantSource clock, RunId run, @Nullable SnapshotFolder snapshots) {
        this(journal, clock, FollowedTeam.of(journal, run, snapshots));
    }

    private JournaledTeam(Journal journal, InstantSource clock, FollowedTeam team) {
        this.journal = journal;
        this.clock = clock;
        this.team = team;
    }

    /// The team of a run that is told to begin first, and is not looked for before.
    static JournaledTeam beginning(
            Journal journal, InstantSource clock, RunId run, @Nullable SnapshotFolder snapshots) {
        return new JournaledTeam(journal, clock, FollowedTeam.beginning(journal, run, snapshots));
    }

    /// From here on somebody hears of each timer that is kept.
    JournaledTeam heard(Consumer<Message> timers) {
        alarm.heard(timers);
        return this;
    }

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
        return append(now -> decided(command, now), key);
    }

    @Override
    public Told tell(Command command, String key) {
        var told = append(now -> decided(command, now), key);
        follow();
        return told;
    }

    /// What follows is said as [CoordinationCommand.Due].
    @Override
    public void settle() {
        if (!fresh) {
            team.catchUp();
        }
        follow();
    }

    /// Says what follows by now, and has the run told again when the next thing does: what [Command.Wake] does where
    /// the team is known.
    public Told wake() {
        settle();
        var timers = alarm.next(state(), clock.instant());
        timers.forEach(journal::keep);
        alarm.kept(timers);
        return new Told.Accepted(List.of());
    }

    /// Says what follows by now of what is known.
    private void follow() {
        fresh = false;
        var more = true;
        while (more) {
            more = followed();
        }
    }

    /// True if something followed, of which more may follow.
    private boolean followed() {
        var now = clock.instant();
        if (outlook.isQuiet(state(), now)) {
            return false;
        }
        var due = decided(new CoordinationCommand.Due(), now);
        var follows = !due.events().isEmpty();
        if (follows) {
            attempt(due, now, "due/" + state().run().version());
        } else {
            outlook.said(state(), now);
        }
        return follows;
    }

    /// What is refused before the run has begun is not even written down.
    private Decided decided(Command command, Instant now) {
        var ruled = ruled(List.of(command), now);
        var events = ruled.events();
        var begun = state().run().version() > 0;
        return !begun && !events.isEmpty() && events.getFirst() instanceof Event.Refused refused
                ? new Decided(List.of(), state(), refused.why())
                : ruled;
    }

    private Decided decided(CoordinationCommand command, Instant now) {
        return switch (CoordinationRules.decide(state(), command, now)) {
            case Ruling.Denied(var why) -> new Decided(List.of(), state(), why);
            case Ruling.Granted granted -> ruled(commands(granted), now);
        };
    }

    /// What a command leads to.
    ///
    /// @param after the team after it
    /// @param refusal why it is not even written down; empty if it may be
    private record Decided(List<Event> events, CoordinationState after, String refusal) {}

    private Told append(Function<Instant, Decided> decide, String key) {
        Told told = null;
        while (told == null) {
            follow();
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
        var timers = alarm.next(decided.after(), now);
        var batch = new Batch(run(), state().run().version(), key, decided.events(), now, timers);
        return switch (journal.append(batch)) {
            case AppendOutcome.Appended(var recorded) -> {
                team.append(recorded, decided.after());
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

    private static List<Command> commands(Ruling.Granted granted) {
        var commands = new ArrayList<Command>();
        granted.events().forEach(event -> commands.add(CoordinationNotes.note(event)));
        commands.addAll(granted.orders());
        return commands;
    }

    /// What commands to the run lead to, one after the other.
    private Decided ruled(List<Command> commands, Instant now) {
        var events = new ArrayList<Event>();
        var after = state();
        for (var command : commands) {
            var ruled = RunRules.rule(after.run(), command, now);
            var happenings = ruled.events().stream()
                    .map(event -> CoordinationNotes.happening(event, now))
                    .toList();
            after = after.after(happenings, ruled.after());
            events.addAll(ruled.events());
        }
        return new Decided(events, after, "");
    }
}
