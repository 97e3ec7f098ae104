package muster.schedule;

import java.util.ArrayDeque;
import java.util.Deque;

/// Walks from items to what they need, and from what takes something to what gives it back.
final class ReturnWalk {
    private final Model model;
    private final boolean[] done;
    private final int[] order;
    private final boolean[] opened;
    private int count;

    ReturnWalk(Model model, int[] order) {
        this.model = model;
        this.done = new boolean[model.size];
        this.order = order;
        this.opened = new boolean[model.size];
    }

    /// Appends an item after all that it needs, then what gives back what these take.
    void visit(int item) {
        Deque<Integer> open = new ArrayDeque<>();
        open.push(item);
        while (!open.isEmpty()) {
            int next = open.pop();
            if (!done[next] && opened[next]) {
                append(next);
                pushReturns(next, open);
            } else if (!done[next]) {
                opened[next] = true;
                open.push(next);
                pushNeeds(next, open);
            }
        }
    }

    private void append(int item) {
        done[item] = true;
        order[count++] = item;
    }

    private void pushNeeds(int item, Deque<Integer> open) {
        for (int edge = model.graph.beforeEnd(item) - 1; edge >= model.graph.beforeStart(item); edge--) {
            if (!done[model.graph.from[edge]]) {
                open.push(model.graph.from[edge]);
            }
        }
    }

    private void pushReturns(int item, Deque<Integer> open) {
        int way = model.ways.first(item);
        for (int hold = model.ways.holdStart(way); hold < model.ways.holdEnd(way); hold++) {
            int giver = model.ways.until(hold);
            if (giver >= 0 && !done[giver]) {
                open.push(giver);
            }
        }
    }
}
