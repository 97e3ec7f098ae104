package muster.schedule;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Gives every item a place in time, under needs, calendars, agents and resources. Same problem in, same schedule out.
/// The schedule is feasible, not proven to be the shortest; its network's finish is a lower bound.
public final class Scheduler {
    private final Model model;
    private final SerialGeneration placed;
    private final List<Integer> byStart;
    private final long[] latestStart;
    private final long[] latestFinish;
    private final long[] nextStart;
    private final long end;

    private Scheduler(Model model, CriticalPathMethod network) {
        this.model = model;
        this.placed = Improvement.shortest(model, network);
        this.byStart = placed.placed.stream()
                .sorted(Comparator.comparingLong(item -> placed.start[item]))
                .toList();
        int items = model.items.size();
        this.latestStart = new long[items];
        this.latestFinish = new long[items];
        this.nextStart = new long[items];
        this.end = placed.end();
    }

    /// A schedule with its slack and reasons, or what stands in its way.
    public static SchedulingResult schedule(SchedulingProblem problem) {
        var model = new Model(problem);
        var obstacles = Obstacles.of(model);
        if (!obstacles.isEmpty()) {
            return new SchedulingResult.Impossible(obstacles);
        }
        var network = new CriticalPathMethod(model);
        var schedule = new Scheduler(model, network).schedule();
        return new SchedulingResult.Scheduled(schedule, network.network(), List.of());
    }

    private Schedule schedule() {
        byStart.reversed().forEach(this::slack);
        var slots = byStart.stream()
                .map(this::slot)
                .sorted(Comparator.comparing(Slot::start).thenComparing(Slot::item))
                .toList();
        var bare = new Schedule(model.problem.start(), Model.instant(end), slots, List.of());
        var last = slots.stream()
                .max(Comparator.comparing(Slot::finish).thenComparing(Slot::start))
                .map(slot -> bare.chainTo(slot.item()))
                .orElse(List.of());
        return new Schedule(bare.start(), bare.finish(), slots, last);
    }

    /// Two items that share a capacity and do not overlap keep their order: then no set of items ever overlaps that did
    /// not before, and moving one within its slack keeps the schedule feasible.
    private void slack(int item) {
        var followers = new ArrayList<>(model.after.get(item));
        for (int other : byStart.reversed()) {
            if (placed.start[other] < placed.finish[item]) {
                break;
            }
            if (share(item, other)) {
                followers.add(other);
            }
        }
        latestFinish[item] = end;
        nextStart[item] = end;
        for (int follower : followers) {
            latestFinish[item] = Math.min(latestFinish[item], latestStart[follower]);
            nextStart[item] = Math.min(nextStart[item], placed.start[follower]);
        }
        latestStart[item] = model.open.get(item).latestStart(latestFinish[item], model.work[item]);
    }

    private boolean share(int item, int other) {
        return model.holds.get(item).stream()
                .anyMatch(hold ->
                        model.holds.get(other).stream().anyMatch(another -> another.capacity() == hold.capacity()));
    }

    private Slot slot(int item) {
        return new Slot(
                model.items.get(item).id(),
                Model.instant(placed.start[item]),
                Model.instant(placed.finish[item]),
                placed.waits.get(item),
                room(item, latestFinish[item]),
                room(item, nextStart[item]),
                model.items.get(item).owners(),
                0);
    }

    private Duration room(int item, long until) {
        return Duration.ofSeconds(model.open.get(item).between(placed.finish[item], until));
    }
}
