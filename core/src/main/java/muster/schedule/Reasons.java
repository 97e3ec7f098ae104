package muster.schedule;

import muster.plan.ConstraintKind;
import muster.schedule.WaitNotes.Cause;

/// Notes what every item waits for while a schedule is generated.
final class Reasons {
    private final Model model;
    private static final Cause RELEASE = (_, until) -> new Wait.ForRelease(until);

    private static final Cause NEED = Wait.ForItem::new;

    final WaitNotes notes;
    private final Givers givers = new Givers();

    /// By capacity: somebody held it, or nobody gives any back.
    private final Cause[] held;

    private final Cause[] scarce;

    /// A capacity without room until an instant, and when the item can start after that.
    record Block(int capacity, long until, long next) {}

    Reasons(Model model) {
        this.model = model;
        notes = new WaitNotes(model.items);
        held = new Cause[model.capacities.count()];
        scarce = new Cause[held.length];
        for (int capacity = 0; capacity < held.length; capacity++) {
            var holder = model.capacities.get(capacity).holder();
            held[capacity] = held(holder);
            scarce[capacity] = scarce(holder);
        }
    }

    private static Cause held(Capacity.Holder holder) {
        return switch (holder) {
            case Capacity.Holder.OfAgent(var agent) -> (giver, until) -> new Wait.ForAgent(agent, giver, until);
            case Capacity.Holder.OfResource(var resource) ->
                (giver, until) -> new Wait.ForResource(resource, giver, until);
        };
    }

    private static Cause scarce(Capacity.Holder holder) {
        return switch (holder) {
            case Capacity.Holder.OfAgent(var agent) ->
                (_, _) -> {
                    throw new IllegalStateException("nobody makes room at " + agent);
                };
            case Capacity.Holder.OfResource(var resource) -> (_, until) -> new Wait.ForSupply(resource, until);
        };
    }

    /// What holds an item back before capacities count: a new attempt to place it.
    ///
    /// @param begin where it starts if it finds room
    void begin(int item, int way, Model.Times times, long begin) {
        notes.begin();
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
        givers.add(item, capacity, time);
    }

    /// The item has its place: what was noted since its begin held it back.
    void placed(int item) {
        notes.keep(item);
    }

    void block(int item, int way, Block block) {
        int giver = givers.at(block.capacity, block.until);
        if (giver == Givers.NOBODY) {
            note(scarce[block.capacity], block.until);
        } else {
            notes.add(held[block.capacity], giver, block.until);
        }
        closed(item, way, block.until, block.next);
    }

    private void note(Cause cause, long until) {
        notes.add(cause, WaitNotes.NOBODY, until);
    }

    private long date(int item, long from) {
        var earliest = model.items.get(item).earliest();
        long release = earliest == null ? from : Model.second(earliest);
        long time = from;
        if (release > time) {
            time = release;
            note(RELEASE, time);
        }
        if (model.dates.startFrom[item] > time) {
            time = model.dates.startFrom[item];
            date(startKind(item), time);
        }
        return time;
    }

    private void date(ConstraintKind kind, long time) {
        note((_, until) -> new Wait.ForDate(kind, until), time);
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
            link(binding, time);
        }
        return time;
    }

    private void link(int edge, long time) {
        notes.add(model.graph.isNeed(edge) ? NEED : link(edge), model.graph.from[edge], time);
    }

    private Cause link(int edge) {
        var kind = model.graph.kind(edge);
        var lag = model.graph.lag(edge);
        return (earlier, until) -> new Wait.ForLink(earlier, kind, lag, until);
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
            var owners = model.ways.way(way).owners();
            note(
                    resource == null
                            ? (_, instant) -> new Wait.ForOpening(owners, instant)
                            : (_, instant) -> new Wait.ForTurn(resource, instant),
                    until);
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
        if (binding < 0) {
            date(finishKind(item), begin);
        } else {
            link(binding, begin);
        }
    }
}
