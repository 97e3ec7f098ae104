package muster.engines;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Consumer;
import muster.coordination.CoordinationState;
import muster.run.Command;
import muster.run.RunStatus;
import muster.storage.Message;
import org.jspecify.annotations.Nullable;

/// The timer that wakes a run when something follows from its clocks. It is kept in the transaction of the events that
/// make it due then; one that comes too early, twice or for nothing changes nothing. For one thread.
final class Alarm {
    private final Outlook outlook;
    private @Nullable Instant kept;
    private Consumer<Message> hears = _ -> {};

    Alarm(Outlook outlook) {
        this.outlook = outlook;
    }

    /// From here on somebody hears of each timer that is kept.
    void heard(Consumer<Message> timers) {
        hears = timers;
    }

    /// The timer that is needed beside those known to be kept; nothing if none is.
    List<Message> next(CoordinationState state, Instant now) {
        var due = goesOn(state.run().status()) ? outlook.next(state, now) : null;
        if (due == null || comes(now, due)) {
            return List.of();
        }
        var key = "wake/" + ChronoUnit.MICROS.between(Instant.EPOCH, due);
        return List.of(new Message(state.run().plan().id(), due, new Command.Wake(), key));
    }

    /// These are kept.
    void kept(List<Message> timers) {
        for (var timer : timers) {
            kept = timer.due();
            hears.accept(timer);
        }
    }

    /// An earlier timer comes first, and whoever tells it sets the next.
    private boolean comes(Instant now, Instant due) {
        return kept != null && kept.isAfter(now) && !due.isBefore(kept);
    }

    private static boolean goesOn(RunStatus status) {
        return switch (status) {
            case RUNNING, STALLED, PAUSED, ROLLING_BACK, ROLLBACK_STALLED -> true;
            case NOT_STARTED, FINISHED, CANCELLED, ROLLED_BACK -> false;
        };
    }
}
