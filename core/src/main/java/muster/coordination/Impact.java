package muster.coordination;

import java.time.Duration;

/// What hangs on a task.
///
/// @param chain likely working time of the longest chain of open tasks that begins with it
/// @param waiting open tasks that wait for it, however far
public record Impact(Duration chain, int waiting) {}
