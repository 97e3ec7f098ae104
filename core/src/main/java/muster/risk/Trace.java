package muster.risk;

import java.util.stream.IntStream;

/// Finds the critical activities of an iteration: from those that end last, back along everything that held them
/// back.
final class Trace {
    private final Layout layout;
    private final Batch batch;
    private final int[] last;
    private final int[] seen;
    private final int[] found;
    private int stamp;
    private int count;

    Trace(Layout layout, Batch batch) {
        this.layout = layout;
        this.batch = batch;
        this.seen = new int[layout.size()];
        this.found = new int[layout.size()];
        var goesOn = new boolean[layout.size()];
        for (int need : layout.logic.needs().values()) {
            goesOn[need] = true;
        }
        last = IntStream.range(0, layout.size()).filter(each -> !goesOn[each]).toArray();
    }

    /// Counts one more for each critical activity of a lane, whose last activity ends at `end`.
    void count(int lane, int end, int[] critical) {
        stamp++;
        count = 0;
        for (int activity : last) {
            if (batch.finish[activity * Batch.LANES + lane] == end) {
                find(activity);
            }
        }
        for (int next = 0; next < count; next++) {
            critical[found[next]]++;
            goBack(found[next], lane);
        }
    }

    /// Adds to the activities that were counted last.
    void addLate(double late, int[] times, double[] sums) {
        for (int next = 0; next < count; next++) {
            times[found[next]]++;
            sums[found[next]] += late;
        }
    }

    private void find(int activity) {
        if (seen[activity] != stamp) {
            seen[activity] = stamp;
            found[count++] = activity;
        }
    }

    private void goBack(int activity, int lane) {
        if (heldAtFinish(activity, lane)) {
            return;
        }
        int ready = ready(activity, lane);
        var needs = layout.logic.needs();
        for (int need = needs.from(activity); need < needs.until(activity); need++) {
            int earlier = needs.values()[need];
            if (batch.finish[earlier * Batch.LANES + lane] == ready) {
                find(earlier);
            }
        }
        var others = layout.logic.others();
        for (int other = others.from(activity); other < others.until(activity); other++) {
            int number = others.values()[other];
            if (layout.logic.holdsStart(number) && bound(activity, number, lane) == ready) {
                find(layout.logic.from(number));
            }
        }
    }

    private int ready(int activity, int lane) {
        int ready = layout.logic.release(activity);
        var needs = layout.logic.needs();
        for (int need = needs.from(activity); need < needs.until(activity); need++) {
            ready = Math.max(ready, batch.finish[needs.values()[need] * Batch.LANES + lane]);
        }
        var others = layout.logic.others();
        for (int other = others.from(activity); other < others.until(activity); other++) {
            int number = others.values()[other];
            ready = layout.logic.holdsStart(number) ? Math.max(ready, bound(activity, number, lane)) : ready;
        }
        return ready;
    }

    /// If the finish was held back by arcs, they are where it goes on; by a date, it ends there.
    private boolean heldAtFinish(int activity, int lane) {
        var others = layout.logic.others();
        boolean held = batch.finish[activity * Batch.LANES + lane] == layout.logic.finishFrom(activity);
        for (int other = others.from(activity); other < others.until(activity); other++) {
            int number = others.values()[other];
            if (!layout.logic.holdsStart(number)
                    && bound(activity, number, lane) == batch.finish[activity * Batch.LANES + lane]) {
                find(layout.logic.from(number));
                held = true;
            }
        }
        return held;
    }

    private int bound(int activity, int number, int lane) {
        return layout.logic.bound(number, batch, lane, layout.axis(activity));
    }
}
