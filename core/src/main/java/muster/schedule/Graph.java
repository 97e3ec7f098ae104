package muster.schedule;

import java.util.Arrays;
import java.util.List;
import muster.plan.Demand;
import muster.plan.Lag;
import muster.plan.LinkKind;
import muster.plan.TaskId;

/// Which items hold back which, as numbered edges in compressed sparse rows: `before(item)` is a range of edges,
/// as they are sorted by their later item; `after` gives the edges by their earlier item.
final class Graph {
    /// Links of an item that there is room for from the begin.
    private static final int USUAL_NEEDS = 3;

    final int size;
    final int[] from;
    final int[] to;
    private final LinkKind[] kind;
    private final long[] lag;
    private final boolean[] elapsed;
    private final int[] beforeAt;
    private final int[] afterAt;
    private final int[] after;

    /// Items in an order in which each comes after all that hold it back; those on or behind a ring are left out.
    final int[] order;

    private Graph(int size, Edges edges) {
        this.size = size;
        var sorted = edges.sorted(size);
        from = sorted.from;
        to = sorted.to;
        kind = sorted.kind;
        lag = sorted.lag;
        elapsed = sorted.elapsed;
        beforeAt = offsets(to, edges.count, size);
        afterAt = offsets(from, edges.count, size);
        after = sortedBy(from, edges.count, size);
        order = inOrder();
    }

    static Graph of(List<WorkItem> items) {
        var numbers = new ItemNumbers(items);
        var edges = new Edges(USUAL_NEEDS * items.size());
        for (int item = 0; item < items.size(); item++) {
            for (var need : items.get(item).needs()) {
                edges.add(numbers.of(need), item, LinkKind.FINISH_TO_START, Lag.NONE);
            }
            for (var link : items.get(item).timing().links()) {
                edges.add(numbers.of(link.after()), item, link.kind(), link.lag());
            }
            for (var demand : items.get(item).demands()) {
                edges.addRelease(item, demand, items.get(item).id(), numbers);
            }
        }
        return new Graph(items.size(), edges);
    }

    /// Edges that hold the item back: from this number to `beforeEnd`, which is outside.
    int beforeStart(int item) {
        return beforeAt[item];
    }

    int beforeEnd(int item) {
        return beforeAt[item + 1];
    }

    int afterStart(int item) {
        return afterAt[item];
    }

    int afterEnd(int item) {
        return afterAt[item + 1];
    }

    /// The edge at a place between `afterStart` and `afterEnd` of its earlier item.
    int afterEdge(int place) {
        return after[place];
    }

    LinkKind kind(int edge) {
        return kind[edge];
    }

    Lag lag(int edge) {
        return new Lag(
                java.time.Duration.ofSeconds(lag[edge]), elapsed[edge] ? Lag.Passing.ELAPSED : Lag.Passing.WORKING);
    }

    boolean isNeed(int edge) {
        return kind[edge] == LinkKind.FINISH_TO_START && lag[edge] == 0;
    }

    /// True if the edge holds back the start of the later item, false if its finish.
    boolean holdsStart(int edge) {
        return kind[edge].holdsStart();
    }

    /// True if the edge counts from the finish of the earlier item, false if from its start.
    boolean fromFinish(int edge) {
        return kind[edge].isFromFinish();
    }

    /// The instant before which the edge keeps its later item's end, if the earlier item's end is at `end`.
    ///
    /// @param open of the later item
    long bound(int edge, long end, OpenTime open) {
        if (lag[edge] == 0) {
            return end;
        }
        return elapsed[edge] ? end + lag[edge] : open.moved(end, lag[edge]);
    }

    /// The last instant of the earlier item's end that keeps the later one's at `target` or earlier.
    long latest(int edge, long target, OpenTime open) {
        if (lag[edge] == 0) {
            return target;
        }
        return elapsed[edge] ? target - lag[edge] : open.movedBack(target, lag[edge]);
    }

    int degreeBefore(int item) {
        return beforeAt[item + 1] - beforeAt[item];
    }

    private int[] inOrder() {
        int[] waiting = new int[size];
        int[] placed = new int[size];
        int count = 0;
        for (int item = 0; item < size; item++) {
            waiting[item] = degreeBefore(item);
            if (waiting[item] == 0) {
                placed[count++] = item;
            }
        }
        for (int next = 0; next < count; next++) {
            for (int place = afterStart(placed[next]); place < afterEnd(placed[next]); place++) {
                int later = to[after[place]];
                placed[count] = later;
                count += --waiting[later] == 0 ? 1 : 0;
            }
        }
        return Arrays.copyOf(placed, count);
    }

    /// Numbers of edges sorted by a key, ties in their order: counting sort.
    private static int[] sortedBy(int[] key, int count, int size) {
        int[] next = offsets(key, count, size);
        int[] sorted = new int[count];
        for (int edge = 0; edge < count; edge++) {
            sorted[next[key[edge]]++] = edge;
        }
        return sorted;
    }

    private static int[] offsets(int[] key, int count, int size) {
        int[] at = new int[size + 1];
        for (int edge = 0; edge < count; edge++) {
            at[key[edge] + 1]++;
        }
        for (int item = 0; item < size; item++) {
            at[item + 1] += at[item];
        }
        return at;
    }

    /// Edges as they are found, which mostly is by their later item; places from `count` on are free.
    private static final class Edges {
        private int count;
        private boolean inOrder = true;
        private int[] from;
        private int[] to;
        private LinkKind[] kind;
        private long[] lag;
        private boolean[] elapsed;

        Edges(int room) {
            from = new int[room];
            to = new int[room];
            kind = new LinkKind[room];
            lag = new long[room];
            elapsed = new boolean[room];
        }

        void add(int earlier, int later, LinkKind how, Lag apart) {
            if (count == from.length) {
                int room = 2 * count + USUAL_NEEDS;
                from = Arrays.copyOf(from, room);
                to = Arrays.copyOf(to, room);
                kind = Arrays.copyOf(kind, room);
                lag = Arrays.copyOf(lag, room);
                elapsed = Arrays.copyOf(elapsed, room);
            }
            inOrder &= count == 0 || to[count - 1] <= later;
            from[count] = earlier;
            to[count] = later;
            kind[count] = how;
            lag[count] = Model.seconds(apart.time());
            elapsed[count++] = apart.passing() == Lag.Passing.ELAPSED;
        }

        /// The same by their later item, ties in their order.
        Edges sorted(int size) {
            if (inOrder) {
                return this;
            }
            var sorted = new Edges(count);
            for (int edge : sortedBy(to, count, size)) {
                sorted.from[sorted.count] = from[edge];
                sorted.to[sorted.count] = to[edge];
                sorted.kind[sorted.count] = kind[edge];
                sorted.lag[sorted.count] = lag[edge];
                sorted.elapsed[sorted.count++] = elapsed[edge];
            }
            return sorted;
        }

        /// What gives back comes after what has taken.
        void addRelease(int taker, Demand demand, TaskId id, ItemNumbers numbers) {
            var until = demand.until();
            if (until != null && !until.equals(id)) {
                add(taker, numbers.of(until), LinkKind.FINISH_TO_START, Lag.NONE);
            }
        }
    }
}
