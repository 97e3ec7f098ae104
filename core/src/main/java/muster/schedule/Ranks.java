package muster.schedule;

import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.stream.IntStream;

/// Orders of items as ranks: the item of the lowest rank goes first.
final class Ranks {
    private final Model model;
    /// Places of the items by id, which settles what nothing else does.
    private final int[] byId;

    Ranks(Model model) {
        this.model = model;
        this.byId = new int[model.size];
        var sorted = IntStream.range(0, model.size)
                .boxed()
                .sorted(Comparator.comparing(model::id))
                .toList();
        for (int place = 0; place < model.size; place++) {
            byId[sorted.get(place)] = place;
        }
    }

    /// Ranks by keys, the least first; among equal ones by the second keys, then by priority, then by id.
    int[] by(long[] first, long[] second) {
        var order = Comparator.<Integer>comparingLong(item -> first[item])
                .thenComparingLong(item -> second[item])
                .thenComparingInt(item -> -model.items.get(item).timing().priority())
                .thenComparingInt(item -> byId[item]);
        return of(sorted(model.size, order));
    }

    /// The numbers below a size in an order.
    static int[] sorted(int size, Comparator<Integer> order) {
        return IntStream.range(0, size)
                .boxed()
                .sorted(order)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /// Ranks of items in a given order.
    static int[] of(int[] order) {
        int[] rank = new int[order.length];
        for (int place = 0; place < order.length; place++) {
            rank[order[place]] = place;
        }
        return rank;
    }

    /// Items by decreasing finish, each after all that it holds back. Items that take no time finish when
    /// something that needs them may start.
    int[] lastFirst(Model.Times times) {
        int[] logic = of(model.graph.order);
        var ready = new PriorityQueue<>(Comparator.<Integer>comparingLong(item -> -times.finish()[item])
                .thenComparingInt(item -> -logic[item]));
        int[] waiting = new int[model.size];
        for (int item = 0; item < model.size; item++) {
            waiting[item] = model.graph.afterEnd(item) - model.graph.afterStart(item);
            if (waiting[item] == 0) {
                ready.add(item);
            }
        }
        int[] order = new int[model.size];
        for (int place = 0; place < model.size; place++) {
            int item = ready.remove();
            order[place] = item;
            addFreed(item, waiting, ready);
        }
        return order;
    }

    private void addFreed(int item, int[] waiting, PriorityQueue<Integer> ready) {
        for (int edge = model.graph.beforeStart(item); edge < model.graph.beforeEnd(item); edge++) {
            if (--waiting[model.graph.from[edge]] == 0) {
                ready.add(model.graph.from[edge]);
            }
        }
    }

    /// An order in which whatever takes something is followed by all that has to be done until it is given back,
    /// so that room is free again before the next takes.
    int[] returningSoon(int[] rank) {
        int[] order = new int[model.size];
        var walk = new ReturnWalk(model, order);
        // The items by rank: of a permutation that is its inverse.
        Arrays.stream(of(rank)).forEach(walk::visit);
        return of(order);
    }
}
