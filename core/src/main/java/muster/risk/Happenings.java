package muster.risk;

import java.util.List;
import java.util.function.Function;
import muster.plan.CostRange;
import muster.plan.Distribution;
import muster.plan.Stretch;

/// Draws which events happen, and what they do.
final class Happenings {
    private final List<RiskEvent> events;
    private final long[] occurrence;
    private final Part delay;
    private final Part stretch;
    private final Part cost;
    private final Rows delays;
    private final Rows stretches;

    /// One part of what an event does.
    private record Part(Ranges ranges, List<Long> keys) {
        double at(int event, Batch batch, int lane) {
            return ranges.isFixed(event)
                    ? ranges.least(event)
                    : ranges.at(event, Normal.score(Draws.bits(batch.iteration[lane], keys.get(event))));
        }
    }

    Happenings(RiskNetwork network, Numbering numbering) {
        events = network.events();
        occurrence = events.stream()
                .mapToLong(event -> key(event, Draws.Purpose.OCCURRENCE))
                .toArray();
        delay = part(
                network.distribution(),
                Draws.Purpose.DELAY,
                each -> Ranges.Range.of(each.impact().delay()));
        stretch = part(network.distribution(), Draws.Purpose.STRETCH, Happenings::stretch);
        cost = part(network.distribution(), Draws.Purpose.MONEY, Happenings::cost);
        var delayed = numbering.lists();
        var stretched = numbering.lists();
        for (int event = 0; event < events.size(); event++) {
            int number = event;
            events.get(event)
                    .delayed()
                    .forEach(id -> delayed.get(numbering.of(id)).add(number));
            events.get(event)
                    .stretched()
                    .forEach(id -> stretched.get(numbering.of(id)).add(number));
        }
        delays = Rows.of(delayed);
        stretches = Rows.of(stretched);
    }

    private static Ranges.Range stretch(RiskEvent event) {
        Stretch stretch = event.impact().stretch();
        return stretch == null ? Ranges.Range.ONE : Ranges.Range.of(stretch);
    }

    private static Ranges.Range cost(RiskEvent event) {
        CostRange cost = event.impact().cost();
        return cost == null ? Ranges.Range.NONE : Ranges.Range.of(cost);
    }

    private Part part(Distribution distribution, Draws.Purpose purpose, Function<RiskEvent, Ranges.Range> range) {
        return new Part(
                new Ranges(distribution, events.stream().map(range).toList()),
                events.stream().map(event -> key(event, purpose)).toList());
    }

    private static long key(RiskEvent event, Draws.Purpose purpose) {
        return Draws.key(event.id().value(), purpose);
    }

    int count() {
        return events.size();
    }

    void draw(Batch batch, Scenario scenario) {
        for (int event = 0; event < events.size(); event++) {
            for (int lane = 0; lane < batch.count; lane++) {
                draw(event, lane, batch, scenario.probability(event));
            }
        }
    }

    private void draw(int event, int lane, Batch batch, double probability) {
        int at = event * Batch.LANES + lane;
        boolean occurs = Draws.share(Draws.bits(batch.iteration[lane], occurrence[event])) < probability;
        batch.occurs[at] = occurs;
        batch.delay[at] = occurs ? (int) (delay.at(event, batch, lane) + 0.5) : 0;
        batch.stretch[at] = occurs ? stretch.at(event, batch, lane) : 1;
        batch.cost[lane] += occurs ? cost.at(event, batch, lane) : 0;
    }

    /// True if some event can change the activity.
    boolean touch(int activity) {
        return !delays.isEmpty(activity) || !stretches.isEmpty(activity);
    }

    /// Changes the durations of an activity in all lanes.
    void apply(int activity, Batch batch, int[] work) {
        for (int hit = stretches.from(activity); hit < stretches.until(activity); hit++) {
            stretch(stretches.values()[hit] * Batch.LANES, batch, work);
        }
        for (int hit = delays.from(activity); hit < delays.until(activity); hit++) {
            int at = delays.values()[hit] * Batch.LANES;
            for (int lane = 0; lane < batch.count; lane++) {
                work[lane] += batch.delay[at + lane];
            }
        }
    }

    private static void stretch(int at, Batch batch, int[] work) {
        for (int lane = 0; lane < batch.count; lane++) {
            work[lane] = (int) (work[lane] * batch.stretch[at + lane] + 0.5);
        }
    }

    /// The duration of work that is done again: stretched, but not delayed once more.
    int stretched(int activity, int work, Batch batch, int lane) {
        double seconds = work;
        for (int hit = stretches.from(activity); hit < stretches.until(activity); hit++) {
            seconds *= batch.stretch[stretches.values()[hit] * Batch.LANES + lane];
        }
        return (int) (seconds + 0.5);
    }

    /// The longest that an activity can take.
    double greatest(int activity, double work) {
        double seconds = work;
        for (int hit = stretches.from(activity); hit < stretches.until(activity); hit++) {
            seconds *= Math.max(1, stretch.ranges.greatest(stretches.values()[hit]));
        }
        for (int hit = delays.from(activity); hit < delays.until(activity); hit++) {
            seconds += delay.ranges.greatest(delays.values()[hit]);
        }
        return seconds;
    }
}
