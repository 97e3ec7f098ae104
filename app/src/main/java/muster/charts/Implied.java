package muster.charts;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.List;

/// Which links of a graph without rings are implied by others (its transitive reduction; Aho, Garey, Ullman 1972).
/// Nodes are numbered from 0. Time: nodes times links, in words of 64 nodes.
final class Implied {
    private final BitSet[] next;
    private final BitSet[] reach;

    /// A link from what comes first to what comes later.
    record Pair(int from, int to) {}

    /// @throws IllegalArgumentException if the links form a ring
    Implied(int nodes, List<Pair> links) {
        next = sets(nodes);
        reach = sets(nodes);
        int[] before = new int[nodes];
        for (var link : links) {
            if (!next[link.from()].get(link.to())) {
                next[link.from()].set(link.to());
                before[link.to()]++;
            }
        }
        var order = order(before);
        while (!order.isEmpty()) {
            int node = order.pop();
            reach[node].or(next[node]);
            next[node].stream().forEach(other -> reach[node].or(reach[other]));
        }
    }

    private static BitSet[] sets(int count) {
        var sets = new BitSet[count];
        for (int i = 0; i < count; i++) {
            sets[i] = new BitSet(count);
        }
        return sets;
    }

    /// What comes last is on top.
    private ArrayDeque<Integer> order(int[] before) {
        var order = new ArrayDeque<Integer>();
        var ready = new ArrayDeque<Integer>();
        for (int node = 0; node < before.length; node++) {
            if (before[node] == 0) {
                ready.add(node);
            }
        }
        while (!ready.isEmpty()) {
            int node = ready.remove();
            order.push(node);
            next[node].stream().filter(other -> --before[other] == 0).forEach(ready::add);
        }
        if (order.size() < before.length) {
            throw new IllegalArgumentException("the links form a ring");
        }
        return order;
    }

    /// True if links lead from one to the other.
    boolean leads(int from, int to) {
        return reach[from].get(to);
    }

    /// True if a detour leads from one to the other.
    boolean isImplied(int from, int to) {
        return next[from].stream().anyMatch(other -> other != to && reach[other].get(to));
    }
}
