package muster.schedule;

import java.util.Arrays;

/// Places every item of a schedule as late as the end allows, one by one in an order that begins with the last.
/// Generating a schedule again in the order of the late starts never takes longer and often less: forward-backward
/// improvement (Tormos and Lova 2001).
final class LateGeneration {
    private final Model model;
    private final FreeSteps[] free;
    final Model.Times times;

    LateGeneration(Model model) {
        this.model = model;
        this.free = new FreeSteps[model.capacities.count()];
        for (int capacity = 0; capacity < free.length; capacity++) {
            free[capacity] = new FreeSteps(model.capacities.get(capacity));
        }
        times = new Model.Times(model.size);
    }

    /// Shifts a whole schedule.
    ///
    /// @param early the schedule
    /// @param way ways by item, numbered through
    /// @param order its items, the first to be placed first; every item stands after all that it holds back
    void shift(Model.Times early, int[] way, int[] order) {
        for (var each : free) {
            each.clear();
        }
        long end = Arrays.stream(early.finish()).max().orElse(model.start);
        for (int item : order) {
            place(item, way, latestFinish(item, way, end, early), early);
        }
    }

    /// The last finish that the items behind, the end and the item's dates allow; dates that it misses do not count.
    private long latestFinish(int item, int[] way, long end, Model.Times early) {
        long latest = Math.min(end, Math.max(model.dates.latestFinish(item), early.finish()[item]));
        var graph = model.graph;
        for (int at = graph.afterStart(item); at < graph.afterEnd(item); at++) {
            int edge = graph.afterEdge(at);
            if (graph.fromFinish(edge)) {
                latest = Math.min(latest, model.latestBound(edge, way, times));
            }
        }
        return latest;
    }

    private long latestStart(int item, int[] way, Model.Times early) {
        long latest = Math.max(model.dates.startBy[item], early.start()[item]);
        var graph = model.graph;
        for (int at = graph.afterStart(item); at < graph.afterEnd(item); at++) {
            int edge = graph.afterEdge(at);
            if (!graph.fromFinish(edge)) {
                latest = Math.min(latest, model.latestBound(edge, way, times));
            }
        }
        return latest;
    }

    private void place(int item, int[] way, long latestFinish, Model.Times early) {
        int each = way[item];
        long begin = Math.min(
                latestBegin(each, kept(item, latestFinish, early)), latestOpen(each, latestStart(item, way, early)));
        for (long room = room(each, begin); room < end(each, begin); room = room(each, begin)) {
            begin = latestBegin(each, room);
        }
        times.start()[item] = Math.max(begin, early.start()[item]);
        times.finish()[item] = Math.max(end(each, times.start()[item]), early.finish()[item]);
        take(item, way, early);
    }

    /// The last finish until which there is room for what the item gives back, as that is held so much longer.
    private long kept(int item, long latestFinish, Model.Times early) {
        var releases = model.releases;
        long latest = latestFinish;
        for (int release = releases.start(item); release < releases.end(item); release++) {
            latest = free[releases.capacity[release]].freeUntil(early.finish()[item], latest, releases.amount[release]);
        }
        return latest;
    }

    private long latestOpen(int each, long time) {
        return time == Long.MAX_VALUE ? time : model.ways.open[each].lastOpen(time);
    }

    private long latestBegin(int each, long latestFinish) {
        var open = model.ways.open[each];
        long work = model.ways.work[each];
        return work == 0 ? open.lastOpen(latestFinish) : open.latestUnbroken(latestFinish, work);
    }

    private long end(int each, long begin) {
        return model.ways.open[each].finish(begin, model.ways.work[each]);
    }

    /// The last instant by which all that the item holds has room; its end if it has room now. What it holds beyond its
    /// finish it holds no longer than in the schedule that is shifted.
    private long room(int each, long begin) {
        long end = end(each, begin);
        long room = end;
        for (int hold = model.ways.holdStart(each); hold < model.ways.holdEnd(each); hold++) {
            if (model.ways.until(hold) == Ways.OWN_FINISH) {
                long fits = free[model.ways.capacity(hold)].freeUntil(begin, end, model.ways.amount(hold));
                room = Math.min(room, fits);
            }
        }
        return room;
    }

    private void take(int item, int[] way, Model.Times early) {
        long begin = times.start()[item];
        for (int hold = model.ways.holdStart(way[item]); hold < model.ways.holdEnd(way[item]); hold++) {
            free[model.ways.capacity(hold)].take(begin, until(hold, item, early), model.ways.amount(hold));
        }
        var releases = model.releases;
        for (int release = releases.start(item); release < releases.end(item); release++) {
            free[releases.capacity[release]].take(early.finish()[item], times.finish()[item], releases.amount[release]);
        }
    }

    private long until(int hold, int item, Model.Times early) {
        int until = model.ways.until(hold);
        if (until >= 0) {
            return early.finish()[until];
        }
        return until == Ways.OWN_FINISH ? times.finish()[item] : Long.MAX_VALUE;
    }
}
