package muster.coordination;

import java.util.List;
import muster.plan.Severity;
import muster.plan.TaskId;

/// A blocker as the one who raises it writes it down, in the form of seed 003. Texts but the title may be empty.
///
/// @param tasks what it keeps from beginning, if it is P0 or P1; a P0 without tasks keeps everything
/// @param delay estimated, in words
public record BlockerNote(
        Severity severity,
        String title,
        List<TaskId> tasks,
        String impact,
        String delay,
        String mitigation,
        String workaround,
        String action) {
    public BlockerNote {
        tasks = List.copyOf(tasks);
    }
}
