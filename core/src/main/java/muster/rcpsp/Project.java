package muster.rcpsp;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// A project in whole numbers: activities with modes, precedences with minimum lags, and resources. Time begins at 0
/// and has no unit. It exists only if its numbers fit together and no activities wait for each other.
///
/// @param activities numbered from 0 in this order
/// @param renewable how much of each renewable resource there is at any time
/// @param nonrenewable how much of each nonrenewable resource there is for the whole project
public record Project(List<Activity> activities, List<Integer> renewable, List<Integer> nonrenewable) {
    /// Periods of a project at most: twice as many are still a number of 32 bits.
    private static final long LONGEST = 1_000_000_000;

    public Project {
        activities = List.copyOf(activities);
        renewable = List.copyOf(renewable);
        nonrenewable = List.copyOf(nonrenewable);
        for (var activity : activities) {
            check(activity, activities.size());
            for (var mode : activity.modes()) {
                require(mode.renewable().size() == renewable.size(), "one demand per renewable resource");
                require(mode.nonrenewable().size() == nonrenewable.size(), "one demand per nonrenewable resource");
            }
        }
        require(renewable.stream().allMatch(amount -> amount >= 0), "no negative amounts");
        require(nonrenewable.stream().allMatch(amount -> amount >= 0), "no negative amounts");
        require(length(activities) <= LONGEST, "durations and lags of at most " + LONGEST + " periods together");
        require(inOrder(activities).size() == activities.size(), "no activities that wait for each other");
    }

    /// True if there is as much of every renewable resource as a mode asks for.
    public boolean hasRoomFor(Mode mode) {
        return mode.duration() == 0
                || IntStream.range(0, renewable.size())
                        .allMatch(resource -> mode.renewable().get(resource) <= renewable.get(resource));
    }

    /// Longest modes and lags, one after the other: no schedule that places activities as early as possible is longer.
    public int horizon() {
        return Math.toIntExact(length(activities));
    }

    /// A piece of work.
    ///
    /// @param modes the ways to do it, one or more
    /// @param successors what waits for it, each once
    public record Activity(List<Mode> modes, List<Successor> successors) {
        public Activity {
            modes = List.copyOf(modes);
            successors = List.copyOf(successors);
            require(!modes.isEmpty(), "at least one mode");
        }
    }

    /// One way to do an activity.
    ///
    /// @param duration periods, 0 or more
    /// @param renewable what it holds of each renewable resource while it lasts; nothing if it takes no time
    /// @param nonrenewable what it uses up of each nonrenewable resource
    public record Mode(int duration, List<Integer> renewable, List<Integer> nonrenewable) {
        public Mode {
            renewable = List.copyOf(renewable);
            nonrenewable = List.copyOf(nonrenewable);
            require(duration >= 0, "no negative duration");
            require(renewable.stream().allMatch(amount -> amount >= 0), "no negative demands");
            require(nonrenewable.stream().allMatch(amount -> amount >= 0), "no negative demands");
        }
    }

    /// An activity that starts at least `lag` periods after another has finished; negative lags let them overlap.
    public record Successor(int activity, int lag) {}

    /// True if every activity can be done in one way only and nothing is used up.
    public boolean hasSingleModes() {
        return nonrenewable.isEmpty()
                && activities.stream().allMatch(activity -> activity.modes().size() == 1);
    }

    /// Activities in an order in which each comes after its predecessors, by number where that leaves a choice open.
    public static List<Integer> inOrder(List<Activity> activities) {
        int[] waiting = new int[activities.size()];
        activities.forEach(activity -> activity.successors().forEach(next -> waiting[next.activity()]++));
        var ready = new ArrayDeque<Integer>();
        for (int activity = 0; activity < waiting.length; activity++) {
            if (waiting[activity] == 0) {
                ready.add(activity);
            }
        }
        var order = new ArrayList<Integer>();
        while (!ready.isEmpty()) {
            order.add(ready.remove());
            activities.get(order.getLast()).successors().stream()
                    .map(Successor::activity)
                    .filter(next -> --waiting[next] == 0)
                    .forEach(ready::add);
        }
        return order;
    }

    private static long length(List<Activity> activities) {
        return activities.stream()
                .mapToLong(activity -> activity.modes().stream()
                                .mapToLong(Mode::duration)
                                .max()
                                .orElse(0)
                        + activity.successors().stream()
                                .mapToLong(next -> Math.max(0, next.lag()))
                                .sum())
                .sum();
    }

    private static void check(Activity activity, int size) {
        var next = activity.successors().stream().map(Successor::activity).toList();
        require(next.stream().allMatch(number -> number >= 0 && number < size), "successors that are activities");
        require(next.stream().distinct().count() == next.size(), "each successor once");
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalArgumentException("a project has " + what);
        }
    }
}
