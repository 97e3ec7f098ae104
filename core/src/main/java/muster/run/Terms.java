package muster.run;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import muster.plan.Checking;
import muster.plan.LateResults;
import muster.plan.ResourceId;
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
/// @param timeBox longest working time of one attempt, counted in the calendar of who holds it; null means no limit
/// @param spends how much of each budget it is planned to use up
/// @param parts how many time-boxes it is planned to take, at least 1
public record Terms(
        List<WorkMode.Who> open,
        List<String> writes,
        List<String> deliverables,
        Checking checking,
        LateResults late,
        @Nullable Duration timeBox,
        SortedMap<ResourceId, BigDecimal> spends,
        int parts) {
    /// Owners only, nothing reserved, nothing to show, done when the agent says so.
    public static final Terms NONE =
            new Terms(List.of(), List.of(), List.of(), Checking.NONE, LateResults.REFUSE, null);

    public Terms {
        open = List.copyOf(open);
        writes = List.copyOf(writes);
        deliverables = List.copyOf(deliverables);
        spends = SharedMap.of(spends);
        if (parts < 1) {
            throw new IllegalArgumentException("a step takes at least 1 time-box, got " + parts);
        }
    }

    /// Terms of a step that fits in one time-box.
    public Terms(
            List<WorkMode.Who> open,
            List<String> writes,
            List<String> deliverables,
            Checking checking,
            LateResults late,
            @Nullable Duration timeBox,
            SortedMap<ResourceId, BigDecimal> spends) {
        this(open, writes, deliverables, checking, late, timeBox, spends, 1);
    }

    /// Terms that use up no budget.
    public Terms(
            List<WorkMode.Who> open,
            List<String> writes,
            List<String> deliverables,
            Checking checking,
            LateResults late,
            @Nullable Duration timeBox) {
        this(open, writes, deliverables, checking, late, timeBox, new TreeMap<>());
    }
}
