package muster.engines;

import java.time.Instant;
import muster.coordination.Clocks;
import muster.coordination.CoordinationState;
import org.jspecify.annotations.Nullable;

/// What is known to follow from the clocks of a team as long as nobody says anything, so that it is not worked
/// out again for every word. For one thread.
final class Outlook {
    private @Nullable CoordinationState seen;
    private Instant since = Instant.MIN;
    private @Nullable Instant next;
    private boolean quiet;

    /// When something follows next; null if nothing does. See [Clocks#next].
    @Nullable
    Instant next(CoordinationState state, Instant now) {
        if (!covers(state, now)) {
            seen = state;
            since = now;
            next = Clocks.next(state, now);
            quiet = false;
        }
        return next;
    }

    /// All that follows by now was said.
    void said(CoordinationState state, Instant now) {
        next(state, now);
        quiet = true;
    }

    /// True if nothing follows by now, as all was said and the next instant has not come. A clock that was set back is
    /// looked at anew.
    boolean isQuiet(CoordinationState state, Instant now) {
        return quiet && covers(state, now);
    }

    /// The same state, not one that says the same: to compare all that it says would cost more than is spared.
    @SuppressWarnings("ReferenceEquality")
    private boolean covers(CoordinationState state, Instant now) {
        return state == seen && !now.isBefore(since) && (next == null || now.isBefore(next));
    }
}
