package muster.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a run asks of those who carry a task out, beyond the work itself.
///
/// @param writes what the task writes: path globs relative to the workspace, or `table:NAME`; nobody else may
/// claim what overlaps
/// @param checking who looks at the work; null means as the run says for all
/// @param late what becomes of late results; null means as the run says for all
/// @param plan file of the plan that this task is, relative to the file that names it; null if it is plain work
public record Contract(
        List<String> writes,
        @Nullable Checking checking,
        @Nullable LateResults late,
        @Nullable String plan) {
    /// As the run says for all.
    public static final Contract NONE = new Contract(List.of(), null, null, null);

    public Contract {
        writes = List.copyOf(writes);
    }
}
