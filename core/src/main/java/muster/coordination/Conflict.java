package muster.coordination;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where a conflict stands.
///
/// @param decision null until it was decided
/// @param settled null while it is open
public record Conflict(
        MatterId id,
        ConflictNote note,
        Instant raised,
        Course course,
        @Nullable Decision decision,
        @Nullable Settled settled) {

    /// What the protocol of its kind has come to.
    public sealed interface Course {}

    /// Of priorities: what hangs on the task of each side, in the order of the sides; empty until it was analysed.
    public record Analysis(List<Impact> impacts) implements Course {
        public Analysis {
            impacts = List.copyOf(impacts);
        }
    }

    /// Of a resource: whose turn it is.
    ///
    /// @param side counts from 0; -1 before the first turn
    public record Turns(int side, Instant since, Instant until) implements Course {}

    /// Of a technical disagreement: what was measured.
    ///
    /// @param begun null until all sides have given data
    /// @param reviewAt when the results are compared; null until it has begun
    /// @param reviewTold null until the review was due
    public record Trial(
            List<Measurement> data,
            @Nullable Instant begun,
            @Nullable Instant reviewAt,
            @Nullable Instant reviewTold) implements Course {
        static final Trial NONE = new Trial(List.of(), null, null, null);

        public Trial {
            data = List.copyOf(data);
        }

        Trial with(Measurement more) {
            var all = new ArrayList<>(data);
            all.add(more);
            return new Trial(all, begun, reviewAt, reviewTold);
        }
    }

    /// The side that was chosen.
    ///
    /// @throws IllegalStateException if it was not decided
    public ConflictNote.Side chosen() {
        if (decision == null) {
            throw new IllegalStateException(id + " is not decided");
        }
        return note.sides().get(decision.side());
    }

    Conflict on(Course next) {
        return new Conflict(id, note, raised, next, decision, settled);
    }

    Conflict decided(Decision how) {
        return new Conflict(id, note, raised, course, how, settled);
    }

    Conflict settled(Settled how) {
        return new Conflict(id, note, raised, course, decision, how);
    }
}
