package muster.schedule;

import java.time.Duration;
import java.util.Arrays;

/// The critical path method (Kelley and Walker 1959) with the four links of precedence diagramming, on
/// calendars: a pass forward for the earliest times, a pass back from the end and from the dates that press for
/// the latest. Agents and resources are taken to be unlimited; an item that can be done in several ways is done
/// in the one that finishes first.
final class CriticalPathMethod {
    private final Model model;
    final Model.Times earliest;
    final Model.Times latest;

    /// The way of each item that finishes first.
    final int[] way;

    long end;

    CriticalPathMethod(Model model) {
        this.model = model;
        earliest = new Model.Times(model.size);
        latest = new Model.Times(model.size);
        way = new int[model.size];
        int[] order = model.graph.order;
        for (int item : order) {
            forward(item);
        }
        end = model.size == 0 ? model.start : Long.MIN_VALUE;
        for (long finish : earliest.finish()) {
            end = Math.max(end, finish);
        }
        for (int place = order.length - 1; place >= 0; place--) {
            back(order[place]);
        }
    }

    Network network() {
        var items = model.items;
        var soonest = earliest;
        var last = latest;
        long[] total = new long[model.size];
        long[] free = new long[model.size];
        Arrays.setAll(total, this::totalSlack);
        Arrays.setAll(free, this::freeSlack);
        var activities = new MadeList<>(
                model.size,
                item -> new Network.Activity(
                        items.get(item).id(),
                        Model.instant(soonest.start()[item]),
                        Model.instant(soonest.finish()[item]),
                        Model.instant(last.start()[item]),
                        Model.instant(last.finish()[item]),
                        Duration.ofSeconds(total[item]),
                        Duration.ofSeconds(free[item])));
        return new Network(Model.instant(model.start), Model.instant(end), activities);
    }

    /// Working time that an item can slip; negative if it is late already.
    long totalSlack(int item) {
        return model.ways.open[way[item]].between(earliest.finish()[item], latest.finish()[item]);
    }

    /// No way starts or finishes before the first of all ways, so both are bounds even if they come from two ways.
    private void forward(int item) {
        long start = Long.MAX_VALUE;
        long finish = Long.MAX_VALUE;
        for (int each = model.ways.first(item); each < model.ways.end(item); each++) {
            long finishBound = model.finishBound(item, each, earliest);
            long begin = model.earliestStart(each, model.startBound(item, each, earliest), finishBound);
            long done = model.finish(each, begin, finishBound);
            start = Math.min(start, begin);
            if (done < finish) {
                finish = done;
                way[item] = each;
            }
        }
        earliest.start()[item] = start;
        earliest.finish()[item] = finish;
    }

    private void back(int item) {
        long finish = Math.min(end, model.dates.latestFinish(item));
        long start = model.dates.startBy[item];
        var graph = model.graph;
        for (int at = graph.afterStart(item); at < graph.afterEnd(item); at++) {
            int edge = graph.afterEdge(at);
            long bound = model.latestBound(edge, way, latest);
            if (graph.fromFinish(edge)) {
                finish = Math.min(finish, bound);
            } else {
                start = Math.min(start, bound);
            }
        }
        var open = model.ways.open[way[item]];
        long work = model.ways.work[way[item]];
        long begin = open.latestUnbroken(finish, work);
        latest.start()[item] = Math.min(begin, start);
        latest.finish()[item] = begin <= start ? finish : open.lastFinish(start, work);
    }

    /// The latest instants for its two ends that move no other item; open time grows with them.
    private long freeSlack(int item) {
        var graph = model.graph;
        long start = Long.MAX_VALUE;
        long finish = graph.afterStart(item) == graph.afterEnd(item) ? end : Long.MAX_VALUE;
        for (int at = graph.afterStart(item); at < graph.afterEnd(item); at++) {
            int edge = graph.afterEdge(at);
            long bound = model.latestBound(edge, way, earliest);
            finish = graph.fromFinish(edge) ? Math.min(finish, bound) : finish;
            start = graph.fromFinish(edge) ? start : Math.min(start, bound);
        }
        long slack = Math.min(room(item, earliest.start()[item], start), room(item, earliest.finish()[item], finish));
        return graph.afterStart(item) == graph.afterEnd(item) ? slack : Math.max(0, slack);
    }

    private long room(int item, long from, long until) {
        return until == Long.MAX_VALUE ? Long.MAX_VALUE : model.ways.open[way[item]].between(from, until);
    }
}
