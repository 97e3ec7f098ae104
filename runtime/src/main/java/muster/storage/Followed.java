package muster.storage;

import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import muster.run.Recorded;
import muster.run.RunId;
import muster.run.RunState;
import org.jspecify.annotations.Nullable;

/// What a journal tells of a run, folded from the newest snapshot on that fits, page by page. Keeps snapshots as it
/// goes. For one thread.
///
/// @param <S> what is folded
final class Followed<S> {
    /// Events held in memory at one time.
    private static final int PAGE = 5_000;

    /// Events from one snapshot to the next, at least: a process that begins folds them in a fraction of a second.
    private static final int APART = 2_000;

    /// A snapshot has a line for each step, so of a run with many steps they lie further apart: half as many events as
    /// it has steps cost as much to fold as the lines to read.
    private static final int STEPS_PER_EVENT = 2;

    private final Journal journal;
    private final Fold<S> fold;
    private final Span span;
    private S state;
    private Instant latest = Instant.MIN;
    private long kept;
    private boolean over;

    /// Nothing is read yet.
    Followed(Journal journal, RunId run, Fold<S> fold, Span span) {
        this.journal = journal;
        this.fold = fold;
        this.span = span;
        this.state = fold.before().apply(run);
    }

    /// From where to when.
    ///
    /// @param until what is later is not looked at; a clock that was set back later takes nothing of it away
    record Span(@Nullable SnapshotFolder snapshots, Instant until) {}

    /// How a state is folded, and kept in snapshots.
    ///
    /// @param from null if a snapshot does not hold enough
    record Fold<S>(
            Function<RunId, S> before,
            BiFunction<S, Recorded, S> after,
            Function<S, RunState> run,
            Keeping<S> keeping,
            Function<Snapshot, @Nullable S> from) {}

    /// Makes snapshots.
    interface Keeping<S> {
        Snapshot snapshot(S state, Recorded last, Instant latest);
    }

    S state() {
        return state;
    }

    /// Reads the run as it is, or as it was.
    Followed<S> begin() {
        var snapshots = span.snapshots();
        if (snapshots != null) {
            var snapshot = snapshots.newest(
                    run().plan().id(), span.until(), each -> fold.from().apply(each) != null);
            if (snapshot != null && isHere(snapshot)) {
                take(snapshot);
            }
        }
        catchUp();
        return this;
    }

    /// A snapshot is of this journal if its last event is where it says.
    private boolean isHere(Snapshot snapshot) {
        var there = journal.read(run().plan().id(), snapshot.state().version() - 1, 1);
        return !there.isEmpty() && there.getFirst().equals(snapshot.last());
    }

    private void take(Snapshot snapshot) {
        var known = fold.from().apply(snapshot);
        if (known != null) {
            state = known;
            latest = snapshot.latest();
            kept = snapshot.state().version();
        }
    }

    /// Reads what was appended; false if that was nothing.
    boolean catchUp() {
        var before = run().version();
        for (var page = page(); !page.isEmpty() && !over; page = page()) {
            page.forEach(this::see);
            keepIfDue(page.getLast());
        }
        return run().version() > before;
    }

    /// Takes events that were just appended after those seen, with the state that they led to.
    void append(List<Recorded> events, S after) {
        state = after;
        events.forEach(this::time);
        if (!events.isEmpty()) {
            keepIfDue(events.getLast());
        }
    }

    private RunState run() {
        return fold.run().apply(state);
    }

    /// All events of the run, those of the snapshot too.
    List<Recorded> all() {
        return journal.read(run().plan().id(), 0);
    }

    private List<Recorded> page() {
        return journal.read(run().plan().id(), run().version(), PAGE);
    }

    private void see(Recorded recorded) {
        over |= recorded.at().isAfter(span.until());
        if (!over) {
            state = fold.after().apply(state, recorded);
            time(recorded);
        }
    }

    private void time(Recorded recorded) {
        latest = recorded.at().isAfter(latest) ? recorded.at() : latest;
    }

    private void keepIfDue(Recorded last) {
        var snapshots = span.snapshots();
        if (snapshots == null || over) {
            return;
        }
        var apart = Math.max(APART, run().steps().size() / STEPS_PER_EVENT);
        if (run().version() - kept >= apart) {
            snapshots.keep(fold.keeping().snapshot(state, last, latest));
            kept = run().version();
        }
    }
}
