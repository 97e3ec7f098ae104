package muster.schedule;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The serial schedule generation scheme (Kelley 1963) on calendars: of the items whose predecessors are placed,
/// the one with the lowest rank is placed next, as early as links, dates, calendars, agents and resources allow.
/// An item holds its owners and renewable resources from start to finish, closing times included. An item that
/// finds no room before another gives back what it holds is put aside until some item has given back.
final class Generation {
    /// In place of a way: the one that finishes first.
    static final int ANY = -1;

    private final Model model;
    private final FreeSteps[] free;
    private final int[] waiting;
    private final int[] heap;
    private final int[] aside;
    private int heaped;
    private int laidAside;
    private int[] rank = {};
    private @Nullable Reasons reasons;

    final Model.Times times;
    final int[] way;

    /// The items in the order in which they were placed.
    final int[] placed;

    private int count;

    Generation(Model model) {
        this.model = model;
        this.free = new FreeSteps[model.capacities.count()];
        for (int capacity = 0; capacity < free.length; capacity++) {
            free[capacity] = new FreeSteps(model.capacities.get(capacity));
        }
        waiting = new int[model.size];
        heap = new int[model.size];
        aside = new int[model.size];
        placed = new int[model.size];
        way = new int[model.size];
        times = new Model.Times(model.size);
    }

    /// Places all items; every wait is told to the reasons.
    boolean explain(int[] order, int[] wanted, Reasons why) {
        reasons = why;
        try {
            return run(order, wanted);
        } finally {
            reasons = null;
        }
    }

    /// Places all items.
    ///
    /// @param order ranks by item, all different; the lowest goes first
    /// @param wanted ways by item, numbered through, or [#ANY]
    /// @return false if some found no room
    boolean run(int[] order, int[] wanted) {
        rank = order;
        count = 0;
        heaped = 0;
        laidAside = 0;
        for (var each : free) {
            each.clear();
        }
        for (int item = 0; item < model.size; item++) {
            waiting[item] = model.graph.degreeBefore(item);
            if (waiting[item] == 0) {
                push(item);
            }
        }
        while (heaped > 0) {
            int item = pop();
            if (place(item, wanted[item])) {
                goOn(item);
            } else {
                aside[laidAside++] = item;
            }
        }
        return count == model.size;
    }

    /// How many items were placed.
    int count() {
        return count;
    }

    /// The items that found no room.
    int[] stuck() {
        return Arrays.copyOf(aside, laidAside);
    }

    private void goOn(int item) {
        placed[count++] = item;
        var graph = model.graph;
        for (int at = graph.afterStart(item); at < graph.afterEnd(item); at++) {
            int later = graph.to[graph.afterEdge(at)];
            if (--waiting[later] == 0) {
                push(later);
            }
        }
        if (model.releases.start(item) < model.releases.end(item)) {
            while (laidAside > 0) {
                push(aside[--laidAside]);
            }
        }
    }

    private boolean place(int item, int wanted) {
        int chosen = wanted == ANY || model.earlierParts(item).length > 0 ? bestWay(item) : wanted;
        long finishBound = model.finishBound(item, chosen, times);
        long begin = fit(item, chosen, finishBound);
        if (begin == Long.MAX_VALUE) {
            return false;
        }
        way[item] = chosen;
        times.start()[item] = begin;
        times.finish()[item] = model.finish(chosen, begin, finishBound);
        take(item);
        if (reasons != null) {
            reasons.placed(item);
        }
        return true;
    }

    /// The way that finishes first, the first of those; of the parts of a task, each goes to whom has done least of it.
    private int bestWay(int item) {
        int best = model.ways.first(item);
        if (model.ways.count(item) == 1) {
            return best;
        }
        var why = reasons;
        reasons = null;
        long bestFinish = Long.MAX_VALUE;
        int least = Integer.MAX_VALUE;
        for (int each = model.ways.first(item); each < model.ways.end(item); each++) {
            int done = done(item, each);
            long finish = done <= least ? finish(item, each) : Long.MAX_VALUE;
            if (done < least || (done == least && finish < bestFinish)) {
                best = each;
                bestFinish = finish;
                least = done;
            }
        }
        reasons = why;
        return best;
    }

    private long finish(int item, int each) {
        long bound = model.finishBound(item, each, times);
        long begin = fit(item, each, bound);
        return begin == Long.MAX_VALUE ? begin : model.finish(each, begin, bound);
    }

    /// How many earlier parts of the same task those of a way have done.
    private int done(int item, int each) {
        int done = 0;
        for (int part : model.earlierParts(item)) {
            done += model.ways.crew(way[part]) == model.ways.crew(each) ? 1 : 0;
        }
        return done;
    }

    /// The first start that the item fits in, or the end of time.
    private long fit(int item, int each, long finishBound) {
        long bound = model.startBound(item, each, times);
        long begin = model.earliestStart(each, bound, finishBound);
        if (reasons != null) {
            reasons.begin(item, each, times, begin);
        }
        var open = model.ways.open[each];
        long work = model.ways.work[each];
        while (true) {
            int narrow = narrowest(each, begin, model.finish(each, begin, finishBound));
            if (narrow < 0 || freeFrom == Long.MAX_VALUE) {
                return narrow < 0 ? begin : freeFrom;
            }
            long later = open.start(freeFrom, work);
            if (reasons != null) {
                reasons.block(item, each, new Reasons.Block(model.ways.capacity(narrow), freeFrom, later));
            }
            begin = later;
        }
    }

    /// When the capacity found by [#narrowest] has room.
    private long freeFrom;

    /// The hold that has to wait longest for room, or -1 if all have it.
    private int narrowest(int each, long begin, long end) {
        int narrow = -1;
        freeFrom = begin;
        for (int hold = model.ways.holdStart(each); hold < model.ways.holdEnd(each); hold++) {
            long until = model.ways.until(hold) == Ways.OWN_FINISH ? end : Long.MAX_VALUE;
            long room = free[model.ways.capacity(hold)].freeFrom(begin, until, model.ways.amount(hold));
            if (room > freeFrom) {
                freeFrom = room;
                narrow = hold;
            }
        }
        return narrow;
    }

    private void take(int item) {
        long begin = times.start()[item];
        long end = times.finish()[item];
        for (int hold = model.ways.holdStart(way[item]); hold < model.ways.holdEnd(way[item]); hold++) {
            boolean own = model.ways.until(hold) == Ways.OWN_FINISH;
            free[model.ways.capacity(hold)].take(begin, own ? end : Long.MAX_VALUE, model.ways.amount(hold));
            if (reasons != null && own) {
                reasons.givesBack(item, model.ways.capacity(hold), end);
            }
        }
        var releases = model.releases;
        for (int release = releases.start(item); release < releases.end(item); release++) {
            free[releases.capacity[release]].take(end, Long.MAX_VALUE, -releases.amount[release]);
            if (reasons != null) {
                reasons.givesBack(item, releases.capacity[release], end);
            }
        }
    }

    private void push(int item) {
        int at = heaped++;
        while (at > 0 && rank[heap[(at - 1) >>> 1]] > rank[item]) {
            heap[at] = heap[(at - 1) >>> 1];
            at = (at - 1) >>> 1;
        }
        heap[at] = item;
    }

    private int pop() {
        int first = heap[0];
        int last = heap[--heaped];
        int at = 0;
        for (int child = 1; child < heaped; child = 2 * at + 1) {
            child += child + 1 < heaped && rank[heap[child + 1]] < rank[heap[child]] ? 1 : 0;
            if (rank[heap[child]] >= rank[last]) {
                break;
            }
            heap[at] = heap[child];
            at = child;
        }
        heap[at] = last;
        return first;
    }
}
