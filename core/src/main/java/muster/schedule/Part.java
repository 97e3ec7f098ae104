package muster.schedule;

import muster.plan.TaskId;

/// Which part of a task an item is, if a time-box splits the task.
///
/// @param number from 1
/// @param of how many parts there are
public record Part(TaskId task, int number, int of) {
    public Part {
        if (number < 1 || number > of) {
            throw new IllegalArgumentException("part " + number + " of " + of);
        }
    }
}
