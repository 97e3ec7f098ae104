package muster.schedule;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import muster.plan.Demand;
import muster.plan.Lag;
import muster.plan.LinkKind;
import muster.plan.TaskId;

/// Which items hold back which, as numbered edges in compressed sparse rows: `before(item)` is a range of edges,
/// as they are sorted by their later item; `after` gives the edges by their earlier item.
final class Graph {
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
        int[] sorted = sortedBy(edges.to, edges.count, size);
        beforeAt = offsets(edges.to, edges.count, size);
        from = new int[edges.count];
        to = new int[edges.count];
        kind = new LinkKind[edges.count];
        lag = new long[edges.count];
        elapsed = new boolean[edges.count];
        for (int edge = 0; edge < edges.count; edge++) {
            from[edge] = edges.from[sorted[edge]];
            to[edge] = edges.to[sorted[edge]];
            kind[edge] = edges.kind[sorted[edge]];
            var apart = edges.lag[sorted[edge]];
            lag[edge] = Model.seconds(apart.time());
            elapsed[edge] = apart.passing() == Lag.Passing.ELAPSED;
        }
        afterAt = offsets(from, edges.count, size);
        after = sortedBy(from, edges.count, size);
        order = inOrder();
    }

    static Graph of(List<WorkItem> items) {
        Map<TaskId, Integer> number = new HashMap<>(2 * items.size());
        items.forEach(item -> number.put(item.id(), number.size()));
        var edges = new Edges();
        for (int item = 0; item < items.size(); item++) {
            for (var need : items.get(item).needs()) {
                edges.add(number(number, need), item, LinkKind.FINISH_TO_START, Lag.NONE);
            }
            for (var link : items.get(item).timing().links()) {
                edges.add(number(number, link.after()), item, link.kind(), link.lag());
            }
            for (var demand : items.get(item).demands()) {
                edges.addRelease(item, demand, items.get(item).id(), number);
            }
        }
        return new Graph(items.size(), edges);
    }

    private static int number(Map<TaskId, Integer> numbers, TaskId id) {
        return Objects.requireNonNull(numbers.get(id));
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

    /// Edges as they are found.
    private static final class Edges {
        private int count;
        private int[] from = new int[16];
        private int[] to = new int[16];
        private LinkKind[] kind = new LinkKind[16];
        private Lag[] lag = new Lag[16];

        void add(int earlier, int later, LinkKind how, Lag apart) {
            if (count == from.length) {
                from = Arrays.copyOf(from, 2 * count);
                to = Arrays.copyOf(to, 2 * count);
                kind = Arrays.copyOf(kind, 2 * count);
                lag = Arrays.copyOf(lag, 2 * count);
            }
            from[count] = earlier;
            to[count] = later;
            kind[count] = how;
            lag[count++] = apart;
        }

        /// What gives back comes after what has taken.
        void addRelease(int taker, Demand demand, TaskId id, Map<TaskId, Integer> numbers) {
            var until = demand.until();
            if (until != null && !until.equals(id)) {
                add(taker, number(numbers, until), LinkKind.FINISH_TO_START, Lag.NONE);
            }
        }
    }
}
