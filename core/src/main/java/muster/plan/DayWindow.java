package muster.plan;

/// Days of a plan on which a task is meant to be done, counted from 1, both ends included.
public record DayWindow(int first, int last) {
    public DayWindow {
        if (first < 1 || last < first) {
            throw new IllegalArgumentException("days must be 1 or more and in order, got " + first + "-" + last);
        }
    }
}
