package muster.risk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What holds back each activity: those that must be finished, and arcs of other kinds, which are rare.
final class Logic {
    private final Rows needs;
    private final Rows others;
    private final List<Arc> arcs = new ArrayList<>();
    private final int[] from;
    private final int[] release;
    private final int[] finishFrom;
    private final Repeats repeats;

    Logic(RiskNetwork network, Numbering numbering, Repeats repeats) {
        this.repeats = repeats;
        var plain = numbering.lists();
        var special = numbering.lists();
        for (var arc : network.arcs()) {
            if (arc.kind() == Arc.Kind.FINISH_TO_START && arc.lag() == 0) {
                plain.get(numbering.of(arc.to())).add(numbering.of(arc.from()));
            } else {
                special.get(numbering.of(arc.to())).add(arcs.size());
                arcs.add(arc);
            }
        }
        needs = Rows.of(plain);
        others = Rows.of(special);
        from = arcs.stream().mapToInt(arc -> numbering.of(arc.from())).toArray();
        long origin = network.start().getEpochSecond();
        release = numbering.activities.stream()
                .mapToInt(activity -> after(origin, activity.earliest()))
                .toArray();
        finishFrom = numbering.activities.stream()
                .mapToInt(activity -> after(origin, activity.earliestFinish()))
                .toArray();
    }

    private static int after(long origin, @Nullable Instant at) {
        return at == null ? 0 : Math.toIntExact(Math.max(0, at.getEpochSecond() - origin));
    }

    /// The date before which an activity is not finished; 0 if there is none.
    int finishFrom(int activity) {
        return finishFrom[activity];
    }

    int release(int activity) {
        return release[activity];
    }

    Rows needs() {
        return needs;
    }

    /// Arcs of other kinds, by activity; each value is the number of an arc.
    Rows others() {
        return others;
    }

    Arc arc(int number) {
        return arcs.get(number);
    }

    /// The activity that an arc comes from.
    int from(int number) {
        return from[number];
    }

    /// When each lane's needs are met: the release, or the last finish of what it waits for.
    void ready(int activity, Batch batch, int[] ready) {
        Arrays.fill(ready, 0, batch.count, release[activity]);
        for (int need = needs.from(activity); need < needs.until(activity); need++) {
            latest(batch.finish, needs.values()[need] * Batch.LANES, ready, batch.count);
        }
    }

    private static void latest(int[] finish, int at, int[] ready, int count) {
        for (int lane = 0; lane < count; lane++) {
            ready[lane] = Math.max(ready[lane], finish[at + lane]);
        }
    }

    /// True if an arc of another kind holds back the start, false if the finish.
    boolean holdsStart(int number) {
        return switch (arcs.get(number).kind()) {
            case FINISH_TO_START, START_TO_START, REPEAT_TO_START -> true;
            case FINISH_TO_FINISH, START_TO_FINISH -> false;
        };
    }

    /// When an arc of another kind lets its later end be; the network's start if it does not hold back.
    int bound(int number, Batch batch, int lane, @Nullable WorkAxis axis) {
        var arc = arcs.get(number);
        int at = from[number] * Batch.LANES + lane;
        return switch (arc.kind()) {
            case FINISH_TO_START, FINISH_TO_FINISH -> lagged(batch.finish[at], arc, axis);
            case START_TO_START, START_TO_FINISH -> lagged(batch.start[at], arc, axis);
            case REPEAT_TO_START -> repeats.finish(from[number], batch, lane);
        };
    }

    private static int lagged(int time, Arc arc, @Nullable WorkAxis axis) {
        if (axis == null || arc.passing() == Arc.Passing.ELAPSED) {
            return Math.max(0, time + arc.lag());
        }
        return arc.lag() >= 0 ? axis.finish(time, arc.lag()) : axis.latestStart(time, -arc.lag());
    }
}
