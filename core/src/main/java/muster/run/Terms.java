package muster.run;

import java.time.Duration;
import java.util.List;
import muster.plan.WorkMode;
import org.jspecify.annotations.Nullable;

/// On what terms agents from outside carry out a step.
///
/// @param open who may claim it besides its owners
/// @param writes what it writes: path globs relative to the workspace, or `table:NAME`; nobody else may claim what
/// overlaps
/// @param deliverables files that must be there when it is done, relative to the workspace
/// @param checking who has to look at the work before it counts as done
/// @param late what becomes of an outcome that comes after its lease was lost
/// @param timeBox longest elapsed time of one attempt; null means no limit
public record Terms(
        List<WorkMode.Who> open,
        List<String> writes,
        List<String> deliverables,
        Checking checking,
        LateResults late,
        @Nullable Duration timeBox) {
    /// Owners only, nothing reserved, nothing to show, done when the agent says so.
    public static final Terms NONE =
            new Terms(List.of(), List.of(), List.of(), Checking.NONE, LateResults.REFUSE, null);

    public Terms {
        open = List.copyOf(open);
        writes = List.copyOf(writes);
        deliverables = List.copyOf(deliverables);
    }

    /// Who looks at finished work before it counts as done.
    public enum Checking {
        /// Nobody; what the step must deliver is still looked at.
        NONE,
        /// Any agent of the team but the one who did it.
        ANOTHER
    }

    /// What becomes of an outcome that comes after its lease was lost.
    public enum LateResults {
        REFUSE,
        /// Taken as long as nobody claimed the step again.
        TAKE_UNLESS_CLAIMED
    }
}
