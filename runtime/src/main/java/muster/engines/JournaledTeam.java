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
import muster.run.Recorded;
import muster.run.RunId;
import muster.run.RunRules;
import muster.run.RunState;
import muster.storage.AppendOutcome;
import muster.storage.Batch;
import muster.storage.CoordinationNotes;
import muster.storage.Journal;

/// A team read from its run's journal, to which commands can be told: they are ruled on, appended together with what
/// they mean for the run and, if somebody else appended in between, ruled on again. For one thread.
public final class JournaledTeam {
    private final Journal journal;
    private final InstantSource clock;
    private final List<Happening> history = new ArrayList<>();
    private CoordinationState state;

    /// Reads the run as it is.
    public JournaledTeam(Journal journal, InstantSource clock, RunId run) {
        this.journal = journal;
        this.clock = clock;
        this.state = CoordinationState.of(RunState.before(run));
        catchUp();
    }

    /// The team as last seen.
    public CoordinationState state() {
        return state;
    }

    /// Everything that the journal tells of the run, as last seen.
    public List<Happening> history() {
        return List.copyOf(history);
    }

    /// What the clock shows.
    public Instant now() {
        return clock.instant();
    }

    /// Tells a command; a key that was used before in this run has no effect again. What is due is told first.
    ///
    /// @throws muster.storage.JournalUnavailable if the journal refused; telling it again with the same key is safe
    public Told tell(CoordinationCommand command, String key) {
        settle();
        return told(command, key);
    }

    /// Tells a command to the run itself. What is due is told first.
    ///
    /// @throws muster.storage.JournalUnavailable if the journal refused; telling it again with the same key is safe
    public Told tell(Command command, String key) {
        settle();
        var told = append(now -> Decided.of(RunRules.decide(state.run(), command, now)), key);
        settle();
        return told;
    }

    /// Reads what others appended, and says what follows by now: [CoordinationCommand.Due].
    public void settle() {
        catchUp();
        var due = told(new CoordinationCommand.Due(), "due/" + state.run().version());
        if (due instanceof Told.Accepted(var events) && !events.isEmpty()) {
            settle();
        }
    }

    private Told told(CoordinationCommand command, String key) {
        return append(
                now -> switch (CoordinationRules.decide(state, command, now)) {
                    case Ruling.Denied(var why) -> new Decided(List.of(), why);
                    case Ruling.Granted granted -> new Decided(events(granted, now), "");
                },
                key);
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
        while (true) {
            var now = clock.instant();
            var decided = decide.apply(now);
            if (!decided.refusal().isEmpty()) {
                return new Told.Refused(decided.refusal());
            }
            if (decided.events().isEmpty()) {
                return new Told.Accepted(List.of());
            }
            var outcome = journal.append(
                    new Batch(state.run().plan().id(), state.run().version(), key, decided.events(), now));
            catchUp();
            switch (outcome) {
                case AppendOutcome.Appended(var recorded) -> {
                    return Told.of(recorded);
                }
                case AppendOutcome.AlreadyDone _ -> {
                    return new Told.AlreadyTold(
                            Told.of(journal.told(state.run().plan().id(), key)));
                }
                case AppendOutcome.VersionConflict _ -> {}
            }
        }
    }

    private List<Event> events(Ruling.Granted granted, Instant now) {
        var commands = new ArrayList<Command>();
        granted.events().forEach(event -> commands.add(CoordinationNotes.note(event)));
        commands.addAll(granted.orders());
        var events = new ArrayList<Event>();
        var run = state.run();
        for (var command : commands) {
            var decided = RunRules.decide(run, command, now);
            run = RunRules.replay(run, decided);
            events.addAll(decided);
        }
        return events;
    }

    /// An entry with what it means for the team.
    public static Happening happening(Recorded recorded) {
        var event = recorded.event() instanceof Event.Noted noted ? CoordinationNotes.event(noted) : null;
        return new Happening(recorded.at(), recorded.event(), event);
    }

    private void catchUp() {
        for (var recorded : journal.read(state.run().plan().id(), state.run().version())) {
            var happening = happening(recorded);
            history.add(happening);
            state = state.after(happening);
        }
    }
}
