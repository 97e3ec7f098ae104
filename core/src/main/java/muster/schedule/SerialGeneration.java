package muster.schedule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The serial schedule generation scheme (Kelley 1963): items are taken by a priority among those whose needs are
/// placed,
/// each as early as agents, resources and calendars allow. An item holds its owners and resources from start to finish,
/// closing times included.
final class SerialGeneration {
    private final Model model;
    private final List<Usage> usages;
    private final List<List<Integer>> holders = new ArrayList<>();
    final long[] start;
    final long[] finish;
    final List<List<Wait>> waits = new ArrayList<>();
    final List<Integer> placed = new ArrayList<>();

    private record Block(long until, int capacity) {}

    SerialGeneration(Model model, Comparator<Integer> priority) {
        this.model = model;
        this.start = new long[model.items.size()];
        this.finish = new long[model.items.size()];
        this.usages = model.capacities.stream()
                .map(capacity -> new Usage(capacity.amount()))
                .toList();
        usages.forEach(_ -> holders.add(new ArrayList<>()));
        model.items.forEach(_ -> waits.add(new ArrayList<>()));
        run(priority.thenComparing(item -> model.items.get(item).id()));
    }

    /// When the last item finishes.
    long end() {
        return Arrays.stream(finish).max().orElse(model.start);
    }

    private void run(Comparator<Integer> priority) {
        int[] waiting = model.before.stream().mapToInt(List::size).toArray();
        var ready = new PriorityQueue<>(priority);
        IntStream.range(0, waiting.length).filter(item -> waiting[item] == 0).forEach(ready::add);
        while (!ready.isEmpty()) {
            int item = ready.remove();
            place(item);
            ready.addAll(model.freedBy(item, waiting));
        }
    }

    private void place(int item) {
        long time = opening(item, ready(item));
        long end = model.open.get(item).finish(time, model.work[item]);
        for (var block = block(item, time, end); block != null; block = block(item, time, end)) {
            waits.get(item).add(wait(block));
            time = opening(item, block.until);
            end = model.open.get(item).finish(time, model.work[item]);
        }
        start[item] = time;
        finish[item] = end;
        placed.add(item);
        for (var hold : model.holds.get(item)) {
            usages.get(hold.capacity()).take(time, end, hold.amount());
            holders.get(hold.capacity()).add(item);
        }
    }

    private long ready(int item) {
        long time = model.release[item];
        if (time > model.start) {
            waits.get(item).add(new Wait.ForRelease(Model.instant(time)));
        }
        int last = model.before.get(item).stream()
                .max(Comparator.comparingLong(earlier -> finish[earlier]))
                .orElse(-1);
        if (last >= 0 && finish[last] >= time && finish[last] > model.start) {
            time = finish[last];
            waits.get(item).add(new Wait.ForItem(model.items.get(last).id(), Model.instant(time)));
        }
        return time;
    }

    private long opening(int item, long time) {
        long open = model.open.get(item).nextOpen(time);
        if (open > time) {
            waits.get(item).add(new Wait.ForOpening(model.items.get(item).owners(), Model.instant(open)));
        }
        return open;
    }

    private @Nullable Block block(int item, long from, long until) {
        Block longest = null;
        for (var hold : model.holds.get(item)) {
            long free = usages.get(hold.capacity()).freeFrom(from, until, hold.amount());
            if (free > from && (longest == null || free > longest.until)) {
                longest = new Block(free, hold.capacity());
            }
        }
        return longest;
    }

    private Wait wait(Block block) {
        int holder = holders.get(block.capacity).stream()
                .filter(item -> finish[item] == block.until)
                .findFirst()
                .orElseThrow();
        var item = model.items.get(holder).id();
        var until = Model.instant(block.until);
        return switch (model.capacities.get(block.capacity).holder()) {
            case Model.Holder.OfAgent(var agent) -> new Wait.ForAgent(agent, item, until);
            case Model.Holder.OfResource(var resource) -> new Wait.ForResource(resource, item, until);
        };
    }
}
