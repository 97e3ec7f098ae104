package muster.schedule;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The critical path method (Kelley and Walker 1959) on calendars: a pass forward for the earliest times, a pass back
/// from
/// the end for the latest. Agents and resources are taken to be unlimited.
final class CriticalPathMethod {
    private final Model model;
    private final List<Integer> order;
    final long[] earliestStart;
    final long[] earliestFinish;
    final long[] latestStart;
    final long[] latestFinish;
    long end;

    CriticalPathMethod(Model model) {
        this.model = model;
        this.order = model.inOrder();
        int items = model.items.size();
        earliestStart = new long[items];
        earliestFinish = new long[items];
        latestStart = new long[items];
        latestFinish = new long[items];
        order.forEach(this::forward);
        end = Arrays.stream(earliestFinish).max().orElse(model.start);
        order.reversed().forEach(this::back);
    }

    Network network() {
        var activities = new ArrayList<Network.Activity>();
        for (int item = 0; item < model.items.size(); item++) {
            activities.add(new Network.Activity(
                    model.items.get(item).id(),
                    Model.instant(earliestStart[item]),
                    Model.instant(earliestFinish[item]),
                    Model.instant(latestStart[item]),
                    Model.instant(latestFinish[item]),
                    room(item, latestFinish[item]),
                    room(item, nextStart(item))));
        }
        return new Network(Model.instant(model.start), Model.instant(end), activities);
    }

    private void forward(int item) {
        long ready = model.release[item];
        for (int earlier : model.before.get(item)) {
            ready = Math.max(ready, earliestFinish[earlier]);
        }
        earliestStart[item] = model.open.get(item).nextOpen(ready);
        earliestFinish[item] = model.open.get(item).finish(earliestStart[item], model.work[item]);
    }

    private void back(int item) {
        long latest = end;
        for (int later : model.after.get(item)) {
            latest = Math.min(latest, latestStart[later]);
        }
        latestFinish[item] = latest;
        latestStart[item] = model.open.get(item).latestStart(latest, model.work[item]);
    }

    private long nextStart(int item) {
        return model.after.get(item).stream()
                .mapToLong(later -> earliestStart[later])
                .min()
                .orElse(end);
    }

    private Duration room(int item, long until) {
        return Duration.ofSeconds(model.open.get(item).between(earliestFinish[item], until));
    }
}
