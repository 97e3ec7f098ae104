package muster.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import muster.plan.TaskId;

/// A problem in numbers: items as they are written, time in seconds since the epoch, capacities and ways to do items in
/// arrays.
final class Model {
    final SchedulingProblem problem;
    final List<WorkItem> items;
    final int size;
    final long start;
    final Dates dates;
    final Graph graph;
    final Capacities capacities;
    final Ways ways;
    final TeamTime time;

    /// What items give back when they are finished.
    final Releases releases;

    /// For an item that is a later part of a task, the earlier parts.
    private final Map<Integer, int[]> earlierParts = new HashMap<>();

    Model(SchedulingProblem problem) {
        this.problem = problem;
        this.items = problem.items();
        this.size = items.size();
        this.start = second(problem.start());
        this.dates = new Dates(items, start);
        this.graph = Graph.of(items);
        this.capacities = new Capacities(problem);
        this.time = new TeamTime(problem, start);
        this.ways = new Ways(problem, time, capacities);
        this.releases = new Releases(size, ways);
        parts();
    }

    /// Whole seconds, rounded up.
    static long second(Instant instant) {
        return instant.getEpochSecond() + (instant.getNano() > 0 ? 1 : 0);
    }

    static Instant instant(long second) {
        return Instant.ofEpochSecond(second);
    }

    /// Whole seconds, rounded up.
    static long seconds(Duration duration) {
        return duration.getSeconds() + (duration.getNano() > 0 ? 1 : 0);
    }

    TaskId id(int item) {
        return items.get(item).id();
    }

    /// The parts of the same task that come before this one; empty if it is no part or the first.
    int[] earlierParts(int item) {
        return earlierParts.getOrDefault(item, NONE);
    }

    private static final int[] NONE = {};

    private void parts() {
        Map<TaskId, List<Integer>> tasks = new HashMap<>();
        for (int item = 0; item < size; item++) {
            var part = items.get(item).part();
            if (part != null) {
                var before = tasks.computeIfAbsent(part.task(), _ -> new ArrayList<>());
                earlierParts.put(
                        item, before.stream().mapToInt(Integer::intValue).toArray());
                before.add(item);
            }
        }
    }

    /// The first instant that the dates and the earlier items allow for the start, done in that way.
    long startBound(int item, int way, Times times) {
        long bound = dates.startFrom[item];
        for (int edge = graph.beforeStart(item); edge < graph.beforeEnd(item); edge++) {
            if (graph.holdsStart(edge)) {
                bound = Math.max(bound, bound(edge, way, times));
            }
        }
        return bound;
    }

    /// The same for the finish.
    long finishBound(int item, int way, Times times) {
        long bound = dates.finishFrom[item];
        for (int edge = graph.beforeStart(item); edge < graph.beforeEnd(item); edge++) {
            if (!graph.holdsStart(edge)) {
                bound = Math.max(bound, bound(edge, way, times));
            }
        }
        return bound;
    }

    long bound(int edge, int way, Times times) {
        int from = graph.from[edge];
        long end = graph.fromFinish(edge) ? times.finish[from] : times.start[from];
        return graph.bound(edge, end, ways.open[way]);
    }

    /// The last instant of the earlier item's end that keeps the later item at its times, done in its way.
    long latestBound(int edge, int[] way, Times times) {
        int later = graph.to[edge];
        long target = graph.holdsStart(edge) ? times.start[later] : times.finish[later];
        return graph.latest(edge, target, ways.open[way[later]]);
    }

    /// The first start from which an item neither starts nor finishes before its bounds.
    long earliestStart(int way, long startBound, long finishBound) {
        var open = ways.open[way];
        long work = ways.work[way];
        if (work == 0) {
            return open.nextOpen(Math.max(startBound, finishBound));
        }
        long begin = open.start(startBound, work);
        if (finishBound <= begin) {
            return begin;
        }
        long end = open.finish(begin, work);
        return end < finishBound && open.between(end, finishBound) > 0
                ? open.start(open.latestStart(finishBound, work), work)
                : begin;
    }

    /// When an item that starts then is finished: only closed time lies between its last work and the bound.
    long finish(int way, long begin, long finishBound) {
        long end = ways.open[way].finish(begin, ways.work[way]);
        return ways.work[way] == 0 ? end : Math.max(end, finishBound);
    }

    /// Starts and finishes by item.
    static final class Times {
        private final long[] start;
        private final long[] finish;

        Times(int size) {
            this(new long[size], new long[size]);
        }

        Times(long[] start, long[] finish) {
            this.start = start;
            this.finish = finish;
        }

        long[] start() {
            return start;
        }

        long[] finish() {
            return finish;
        }

        Times copy() {
            return new Times(start.clone(), finish.clone());
        }
    }
}
