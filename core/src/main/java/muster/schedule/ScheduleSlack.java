package muster.schedule;

import java.util.Arrays;
import java.util.function.ToLongBiFunction;

/// The room that the items of a schedule have. Two items that share a capacity and do not overlap keep their
/// order: then no set of items ever overlaps that did not before, and moving one within its slack keeps the
/// schedule feasible. What begins after an item is finished comes first in the sweep from the last start to the
/// first, so that the least latest start of all of it is a running minimum. Items linked so that they may start
/// before what holds them back are taken to stay where they are.
final class ScheduleSlack {
    private final Model model;
    private final Model.Times times;
    private final int[] way;
    private final Model.Times latest;
    private final Followers[] followers;
    private final long[] freeUntil;
    private final boolean[] swept;
    private final long end;

    /// @param byStart items in the order of their starts; of those that start together, in the order of placing
    ScheduleSlack(Model model, Model.Times times, int[] way, int[] byStart) {
        this.model = model;
        this.times = times;
        this.way = way;
        this.latest = new Model.Times(model.size);
        this.freeUntil = new long[model.size];
        this.swept = new boolean[model.size];
        this.end = Arrays.stream(times.finish()).max().orElse(model.start);
        this.followers = new Followers[model.capacities.count()];
        Arrays.setAll(followers, _ -> new Followers());
        for (int place = byStart.length - 1; place >= 0; place--) {
            sweep(byStart[place]);
        }
    }

    /// Seconds of working time.
    long total(int item) {
        return room(item, latest.finish()[item]);
    }

    /// Seconds of working time.
    long free(int item) {
        return room(item, freeUntil[item]);
    }

    private long room(int item, long until) {
        return model.ways.open[way[item]].between(times.finish()[item], until);
    }

    private void sweep(int item) {
        var open = model.ways.open[way[item]];
        long finish = times.finish()[item];
        long capacityEnd = byCapacity(item, finish, Followers::leastLatestFrom);
        long lastFinish = Math.min(Math.min(end, model.dates.latestFinish(item)), capacityEnd);
        long lastStart = model.dates.startBy[item];
        long slack = open.between(
                finish,
                Math.min(Math.min(end, model.dates.finishBy[item]), byCapacity(item, finish, Followers::firstFrom)));
        slack = lastStart == Long.MAX_VALUE ? slack : Math.min(slack, roomToStart(item, lastStart));
        var graph = model.graph;
        for (int at = graph.afterStart(item); at < graph.afterEnd(item); at++) {
            int edge = graph.afterEdge(at);
            slack = Math.min(slack, room(item, edge));
            long last = model.latestBound(edge, way, swept[graph.to[edge]] ? latest : times);
            lastFinish = graph.fromFinish(edge) ? Math.min(lastFinish, last) : lastFinish;
            lastStart = graph.fromFinish(edge) ? lastStart : Math.min(lastStart, last);
        }
        settle(item, lastStart, lastFinish);
        freeUntil[item] = open.moved(finish, Math.max(0, slack));
        enter(item);
        swept[item] = true;
    }

    /// What an edge leaves between the item and the later one as it is.
    private long room(int item, int edge) {
        long until = model.latestBound(edge, way, times);
        return model.graph.fromFinish(edge)
                ? model.ways.open[way[item]].between(times.finish()[item], until)
                : roomToStart(item, until);
    }

    /// Work starts while it is open.
    private long roomToStart(int item, long until) {
        var open = model.ways.open[way[item]];
        return open.between(times.start()[item], model.ways.work[way[item]] == 0 ? until : open.lastOpen(until));
    }

    private void settle(int item, long lastStart, long lastFinish) {
        var open = model.ways.open[way[item]];
        long work = model.ways.work[way[item]];
        long begin = open.latestUnbroken(lastFinish, work);
        long start = begin <= lastStart || work == 0 ? Math.min(begin, lastStart) : open.lastOpen(lastStart);
        latest.start()[item] = start;
        latest.finish()[item] = begin <= lastStart ? lastFinish : open.lastFinish(start, work);
    }

    /// A time that those who take over what the item gives back allow, or at which there is less of it.
    private long byCapacity(int item, long finish, ToLongBiFunction<Followers, Long> allowed) {
        long last = Long.MAX_VALUE;
        for (int hold = model.ways.holdStart(way[item]); hold < model.ways.holdEnd(way[item]); hold++) {
            if (model.ways.until(hold) == Ways.OWN_FINISH) {
                last = Math.min(last, of(model.ways.capacity(hold), finish, allowed));
            }
        }
        var releases = model.releases;
        for (int release = releases.start(item); release < releases.end(item); release++) {
            last = Math.min(last, of(releases.capacity[release], finish, allowed));
        }
        return Math.min(last, model.ways.open[way[item]].endOfTurn(times.start()[item]));
    }

    private long of(int capacity, long finish, ToLongBiFunction<Followers, Long> allowed) {
        return Math.min(
                allowed.applyAsLong(followers[capacity], finish),
                model.capacities.get(capacity).nextDrop(finish - 1));
    }

    private void enter(int item) {
        for (int hold = model.ways.holdStart(way[item]); hold < model.ways.holdEnd(way[item]); hold++) {
            followers[model.ways.capacity(hold)].add(times.start()[item], latest.start()[item]);
        }
    }

    /// Those who take of one capacity, from the last start to the first.
    private static final class Followers {
        private int count;
        private long[] starts = new long[8];
        private long[] leastLatest = new long[8];

        void add(long start, long latestStart) {
            if (count == starts.length) {
                starts = Arrays.copyOf(starts, 2 * count);
                leastLatest = Arrays.copyOf(leastLatest, 2 * count);
            }
            starts[count] = start;
            leastLatest[count] = count == 0 ? latestStart : Math.min(latestStart, leastLatest[count - 1]);
            count++;
        }

        /// The least latest start of those who start at the instant or later.
        long leastLatestFrom(long time) {
            int last = lastFrom(time);
            return last < 0 ? Long.MAX_VALUE : leastLatest[last];
        }

        /// The first start at the instant or later.
        long firstFrom(long time) {
            int last = lastFrom(time);
            return last < 0 ? Long.MAX_VALUE : starts[last];
        }

        private int lastFrom(long time) {
            int low = -1;
            int high = count - 1;
            while (low < high) {
                int middle = (low + high + 1) >>> 1;
                if (starts[middle] >= time) {
                    low = middle;
                } else {
                    high = middle - 1;
                }
            }
            return low;
        }
    }
}
