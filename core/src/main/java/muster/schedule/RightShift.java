package muster.schedule;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Moves every item of a schedule as late as the end allows, the last to finish first. Generating a schedule again in
/// the
/// order of the late starts never takes longer and often less: forward-backward improvement (Tormos and Lova 2001).
final class RightShift {
    private final Model model;
    private final List<Usage> usages;
    private final long end;
    final long[] start;

    RightShift(Model model, SerialGeneration schedule) {
        this.model = model;
        this.usages = model.capacities.stream()
                .map(capacity -> new Usage(capacity.amount()))
                .toList();
        this.start = new long[model.items.size()];
        this.end = schedule.end();
        IntStream.range(0, model.items.size())
                .boxed()
                .sorted(lastFirst(model, schedule))
                .forEach(this::place);
    }

    /// Items that take no time finish when something that needs them may start, so ties go by the logic.
    private static Comparator<Integer> lastFirst(Model model, SerialGeneration schedule) {
        int[] rank = new int[model.items.size()];
        var order = model.inOrder();
        IntStream.range(0, rank.length).forEach(position -> rank[order.get(position)] = position);
        return Comparator.<Integer>comparingLong(item -> -schedule.finish[item]).thenComparingInt(item -> -rank[item]);
    }

    private void place(int item) {
        long latest = model.after.get(item).stream()
                .mapToLong(later -> start[later])
                .min()
                .orElse(end);
        long from = latestStart(item, latest);
        for (long fits = fits(item, from); fits < finish(item, from); fits = fits(item, from)) {
            from = latestStart(item, fits);
        }
        start[item] = from;
        for (var hold : model.holds.get(item)) {
            usages.get(hold.capacity()).take(from, finish(item, from), hold.amount());
        }
    }

    private long latestStart(int item, long latest) {
        var open = model.open.get(item);
        return model.work[item] == 0 ? open.lastOpen(latest) : open.latestStart(latest, model.work[item]);
    }

    private long finish(int item, long from) {
        return model.open.get(item).finish(from, model.work[item]);
    }

    private long fits(int item, long from) {
        long until = finish(item, from);
        return model.holds.get(item).stream()
                .mapToLong(hold -> usages.get(hold.capacity()).freeUntil(from, until, hold.amount()))
                .min()
                .orElse(until);
    }
}
