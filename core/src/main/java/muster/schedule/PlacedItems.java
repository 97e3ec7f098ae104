package muster.schedule;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToLongFunction;
import muster.plan.AgentId;

/// The places of all items in arrays, without the model that they were found in.
final class PlacedItems {
    private final List<WorkItem> items;
    private final Model.Times times;
    private final long[] total;
    private final long[] free;
    private final List<List<AgentId>> owners;
    private final int[] mode;
    private final WaitNotes waits;

    PlacedItems(Model model, Trial best, ScheduleSlack slack, WaitNotes waits) {
        this.items = model.items;
        this.times = best.times();
        this.waits = waits;
        total = of(model.size, slack::total);
        free = of(model.size, slack::free);
        owners = new ArrayList<>(model.size);
        mode = new int[model.size];
        for (int item = 0; item < model.size; item++) {
            owners.add(model.ways.way(best.way()[item]).owners());
            mode[item] = model.ways.number(best.way()[item]);
        }
    }

    private static long[] of(int size, IntToLongFunction value) {
        long[] values = new long[size];
        Arrays.setAll(values, value);
        return values;
    }

    /// Slots of the items in an order.
    List<Slot> slots(int[] order) {
        return new MadeList<>(order.length, place -> slot(order[place]));
    }

    private Slot slot(int item) {
        return new Slot(
                items.get(item).id(),
                Model.instant(times.start()[item]),
                Model.instant(times.finish()[item]),
                waits.of(item),
                Duration.ofSeconds(total[item]),
                Duration.ofSeconds(free[item]),
                owners.get(item),
                mode[item]);
    }
}
