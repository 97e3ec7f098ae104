package muster.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import muster.plan.TaskId;

/// What the critical path method says: when items can be done if only needs and calendars count, and how much room they
/// have. No schedule finishes before `finish`.
///
/// @param activities in the order of the problem's items
public record Network(Instant start, Instant finish, List<Activity> activities) {
    public Network {
        activities = MadeList.unchanging(activities);
    }

    /// The items without total slack, by earliest start.
    public List<TaskId> critical() {
        return activities.stream()
                .filter(activity -> activity.totalSlack().isZero())
                .sorted((a, b) -> a.earliestStart().compareTo(b.earliestStart()))
                .map(Activity::item)
                .toList();
    }

    /// One item of the network.
    ///
    /// @param totalSlack working time that it can slip without moving the end
    /// @param freeSlack working time that it can slip without moving any other item
    public record Activity(
            TaskId item,
            Instant earliestStart,
            Instant earliestFinish,
            Instant latestStart,
            Instant latestFinish,
            Duration totalSlack,
            Duration freeSlack) {}
}
