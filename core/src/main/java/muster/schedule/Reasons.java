package muster.schedule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import muster.plan.ConstraintKind;

/// Notes what every item waits for while a schedule is generated.
final class Reasons {
    private final Model model;
    private final List<List<Wait>> waits = new ArrayList<>();
    private final List<Map<Long, Integer>> givers = new ArrayList<>();

    /// A capacity without room until an instant, and when the item can start after that.
    record Block(int capacity, long until, long next) {}

    Reasons(Model model) {
        this.model = model;
        model.items.forEach(_ -> waits.add(new ArrayList<>()));
        for (int capacity = 0; capacity < model.capacities.count(); capacity++) {
            givers.add(new HashMap<>());
        }
    }

    List<Wait> of(int item) {
        return waits.get(item);
    }

    /// What holds an item back before capacities count: a new attempt to place it.
    ///
    /// @param begin where it starts if it finds room
    void begin(int item, int way, Model.Times times, long begin) {
        waits.get(item).clear();
        long time = model.start;
        time = date(item, time);
        time = link(item, way, times, time);
        long open = opening(item, way, time);
        if (begin > open) {
            finish(item, way, times, begin);
        }
    }

    /// An item that gives room back at an instant; the first one named counts.
    void givesBack(int item, int capacity, long time) {
        givers.get(capacity).putIfAbsent(time, item);
    }

    void block(int item, int way, Block block) {
        var until = Model.instant(block.until);
        var giver = givers.get(block.capacity).get(block.until);
        var holder = model.capacities.get(block.capacity).holder();
        waits.get(item)
                .add(
                        switch (holder) {
                            case Capacity.Holder.OfAgent(var agent)
                            when giver != null -> new Wait.ForAgent(agent, model.id(giver), until);
                            case Capacity.Holder.OfResource(var resource)
                            when giver != null -> new Wait.ForResource(resource, model.id(giver), until);
                            case Capacity.Holder.OfResource(var resource) -> new Wait.ForSupply(resource, until);
                            case Capacity.Holder.OfAgent(var agent) ->
                                throw new IllegalStateException("nobody makes room at " + agent);
                        });
        closed(item, way, block.until, block.next);
    }

    private long date(int item, long from) {
        var earliest = model.items.get(item).earliest();
        long release = earliest == null ? from : Model.second(earliest);
        long time = from;
        if (release > time) {
            time = release;
            waits.get(item).add(new Wait.ForRelease(Model.instant(time)));
        }
        if (model.dates.startFrom[item] > time) {
            time = model.dates.startFrom[item];
            waits.get(item).add(new Wait.ForDate(startKind(item), Model.instant(time)));
        }
        return time;
    }

    private ConstraintKind startKind(int item) {
        var must = model.items.get(item).timing().at(ConstraintKind.MUST_START_ON);
        return must != null && Model.second(must) == model.dates.startFrom[item]
                ? ConstraintKind.MUST_START_ON
                : ConstraintKind.START_NO_EARLIER_THAN;
    }

    private ConstraintKind finishKind(int item) {
        var must = model.items.get(item).timing().at(ConstraintKind.MUST_FINISH_ON);
        return must != null && Model.second(must) == model.dates.finishFrom[item]
                ? ConstraintKind.MUST_FINISH_ON
                : ConstraintKind.FINISH_NO_EARLIER_THAN;
    }

    private long link(int item, int way, Model.Times times, long from) {
        int binding = -1;
        long time = from;
        for (int edge = model.graph.beforeStart(item); edge < model.graph.beforeEnd(item); edge++) {
            long bound = model.graph.holdsStart(edge) ? model.bound(edge, way, times) : Long.MIN_VALUE;
            if (bound > time || (bound == time && binding < 0 && bound > model.start)) {
                binding = edge;
                time = bound;
            }
        }
        if (binding >= 0) {
            waits.get(item).add(link(binding, time));
        }
        return time;
    }

    private Wait link(int edge, long until) {
        var earlier = model.id(model.graph.from[edge]);
        return model.graph.isNeed(edge)
                ? new Wait.ForItem(earlier, Model.instant(until))
                : new Wait.ForLink(earlier, model.graph.kind(edge), model.graph.lag(edge), Model.instant(until));
    }

    private long opening(int item, int way, long time) {
        long open = model.ways.open[way].start(time, model.ways.work[way]);
        closed(item, way, time, open);
        return open;
    }

    /// Between two instants only closed time lies, or another's turn.
    private void closed(int item, int way, long from, long until) {
        if (until > from) {
            var resource = model.ways.open[way].isOthersTurn(from) ? model.time.rotating(model.items.get(item)) : null;
            waits.get(item)
                    .add(
                            resource == null
                                    ? new Wait.ForOpening(model.ways.way(way).owners(), Model.instant(until))
                                    : new Wait.ForTurn(resource, Model.instant(until)));
        }
    }

    /// A bound of the finish puts the start off.
    private void finish(int item, int way, Model.Times times, long begin) {
        int binding = -1;
        long latest = model.dates.finishFrom[item];
        for (int edge = model.graph.beforeStart(item); edge < model.graph.beforeEnd(item); edge++) {
            long bound = model.graph.holdsStart(edge) ? Long.MIN_VALUE : model.bound(edge, way, times);
            if (bound > latest) {
                binding = edge;
                latest = bound;
            }
        }
        waits.get(item)
                .add(binding < 0 ? new Wait.ForDate(finishKind(item), Model.instant(begin)) : link(binding, begin));
    }
}
