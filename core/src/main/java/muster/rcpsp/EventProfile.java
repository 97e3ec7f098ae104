package muster.rcpsp;

import java.util.Arrays;

/// A profile with one entry for each instant at which something changes: for long durations or many resources.
final class EventProfile implements Profile {
    private final ProjectArrays project;
    private final int words;
    private final int[] time;
    /// From this instant to the next; by entry and word.
    private final long[] free;
    private int count;

    EventProfile(ProjectArrays project) {
        this.project = project;
        words = project.packing.words;
        time = new int[2 * project.size + 2];
        free = new long[time.length * words];
    }

    @Override
    public void clear() {
        count = 1;
        System.arraycopy(project.packing.capacity, 0, free, 0, words);
    }

    @Override
    public int place(int from, int option) {
        int length = project.duration[option];
        int start = from;
        for (int at = entry(from); at < count && time[at] < start + length; at++) {
            start = fits(at, option) ? start : time[at + 1];
        }
        take(split(start), split(start + length), option);
        return start;
    }

    /// The entry in whose time an instant lies.
    private int entry(int instant) {
        int at = Arrays.binarySearch(time, 0, count, instant);
        return at >= 0 ? at : -at - 2;
    }

    private boolean fits(int at, int option) {
        for (int word = 0; word < words; word++) {
            long guard = project.packing.guard[word];
            if (((free[at * words + word] - project.demand[option * words + word]) & guard) != guard) {
                return false;
            }
        }
        return true;
    }

    /// Makes an instant an entry, and returns it.
    private int split(int instant) {
        int at = entry(instant);
        if (time[at] == instant) {
            return at;
        }
        System.arraycopy(time, at + 1, time, at + 2, count - at - 1);
        System.arraycopy(free, at * words, free, (at + 1) * words, (count - at) * words);
        time[at + 1] = instant;
        count++;
        return at + 1;
    }

    private void take(int from, int until, int option) {
        for (int at = from; at < until; at++) {
            for (int word = 0; word < words; word++) {
                free[at * words + word] -= project.demand[option * words + word];
            }
        }
    }
}
