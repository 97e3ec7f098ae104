package muster.risk;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// One pass over all activities for the iterations of a batch.
final class Pass {
    private final Layout layout;
    private final Rework rework;
    private final int[] ready = new int[Batch.LANES];
    private final int[] work = new int[Batch.LANES];
    private final double[] scratch = new double[Batch.LANES];
    private Scenario scenario;
    final Batch batch;

    /// Finish of the whole network, by lane.
    final int[] end = new int[Batch.LANES];

    Pass(Layout layout, Scenario scenario) {
        this.layout = layout;
        this.scenario = scenario;
        batch = new Batch(layout);
        rework = new Rework(layout, batch, scenario);
    }

    void under(Scenario other) {
        scenario = other;
        rework.under(other);
    }

    /// Runs the iterations from `first` on, at most as many as there are lanes.
    void run(long seed, int first, int count) {
        batch.begin(seed, first, count);
        Arrays.fill(batch.cost, 0);
        Arrays.fill(end, 0);
        layout.durations.drawFactors(batch);
        layout.happenings.draw(batch, scenario);
        for (int activity = 0; activity < layout.size(); activity++) {
            layout.durations.draw(activity, batch, scratch);
            place(activity);
        }
    }

    private void place(int activity) {
        layout.logic.ready(activity, batch, ready);
        System.arraycopy(batch.work, activity * Batch.LANES, work, 0, batch.count);
        if (layout.happenings.touch(activity)) {
            layout.happenings.apply(activity, batch, work);
        }
        var axis = layout.axis(activity);
        if (!layout.logic.others().isEmpty(activity)) {
            holdStarts(activity, axis);
        }
        if (axis == null) {
            spend(activity);
        } else {
            spend(activity, axis);
        }
        if (!layout.logic.others().isEmpty(activity)) {
            holdFinishes(activity, axis);
        }
        if (layout.logic.finishFrom(activity) > 0) {
            waitForDate(activity, axis);
        }
        if (layout.repeats.of(activity) >= 0) {
            repeat(activity);
        }
        account(activity);
    }

    private void spend(int activity) {
        int at = activity * Batch.LANES;
        for (int lane = 0; lane < batch.count; lane++) {
            batch.start[at + lane] = ready[lane];
            batch.finish[at + lane] = ready[lane] + work[lane];
        }
    }

    private void spend(int activity, WorkAxis axis) {
        int at = activity * Batch.LANES;
        for (int lane = 0; lane < batch.count; lane++) {
            int start = axis.start(ready[lane], work[lane]);
            batch.start[at + lane] = start;
            batch.finish[at + lane] = axis.finish(start, work[lane]);
        }
    }

    private void holdStarts(int activity, @Nullable WorkAxis axis) {
        var others = layout.logic.others();
        for (int other = others.from(activity); other < others.until(activity); other++) {
            int number = others.values()[other];
            if (layout.logic.holdsStart(number)) {
                holdStart(number, axis);
            }
        }
    }

    private void holdStart(int number, @Nullable WorkAxis axis) {
        for (int lane = 0; lane < batch.count; lane++) {
            ready[lane] = Math.max(ready[lane], layout.logic.bound(number, batch, lane, axis));
        }
    }

    private void holdFinishes(int activity, @Nullable WorkAxis axis) {
        var others = layout.logic.others();
        for (int other = others.from(activity); other < others.until(activity); other++) {
            int number = others.values()[other];
            if (!layout.logic.holdsStart(number)) {
                holdFinish(activity, number, axis);
            }
        }
    }

    private void holdFinish(int activity, int number, @Nullable WorkAxis axis) {
        for (int lane = 0; lane < batch.count; lane++) {
            finishFrom(layout.logic.bound(number, batch, lane, axis), activity, lane, axis);
        }
    }

    private void waitForDate(int activity, @Nullable WorkAxis axis) {
        for (int lane = 0; lane < batch.count; lane++) {
            finishFrom(layout.logic.finishFrom(activity), activity, lane, axis);
        }
    }

    /// An activity whose finish is held back starts later, as late as its work allows.
    private void finishFrom(int bound, int activity, int lane, @Nullable WorkAxis axis) {
        int at = activity * Batch.LANES + lane;
        if (bound > batch.finish[at]) {
            batch.finish[at] = bound;
            batch.start[at] = axis == null ? bound - work[lane] : axis.latestStart(bound, work[lane]);
        }
    }

    private void repeat(int activity) {
        int repetition = layout.repeats.of(activity);
        for (int lane = 0; lane < batch.count; lane++) {
            int first = batch.finish[activity * Batch.LANES + lane];
            int last = rework.run(repetition, lane, first, 0);
            batch.finish[activity * Batch.LANES + lane] = last;
            batch.repeated[repetition * Batch.LANES + lane] = last > first ? last : 0;
        }
    }

    private void account(int activity) {
        int at = activity * Batch.LANES;
        for (int lane = 0; lane < batch.count; lane++) {
            end[lane] = Math.max(end[lane], batch.finish[at + lane]);
        }
        for (int lane = 0; lane < (layout.isFree(activity) ? 0 : batch.count); lane++) {
            batch.cost[lane] += layout.price(activity, work[lane]);
        }
    }
}
