package muster.strips;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Finds the operators that may be applied in a state without looking at each: operators that begin with the same
/// preconditions share a branch, and a branch whose fact does not hold is left out as a whole.
final class MatchingTree {
    private final CompactTask task;
    private final Node root;

    /// What holds below a fact: operators whose facts all hold here, and further facts.
    private static final class Node {
        final int fact;
        final Node[] children;
        final int[] operators;

        Node(int fact, List<Node> children, IntList operators) {
            this.fact = fact;
            this.children = children.toArray(Node[]::new);
            this.operators = operators.toArray();
        }
    }

    MatchingTree(CompactTask task) {
        this.task = task;
        int[] uses = new int[task.facts];
        for (int fact : task.pre.item) {
            uses[fact]++;
        }
        int[][] sorted = new int[task.operators()][];
        for (int operator = 0; operator < sorted.length; operator++) {
            sorted[operator] = task.pre.row(operator);
            sort(sorted[operator], uses);
        }
        var order = Arrays.stream(numbers(sorted.length))
                .boxed()
                .sorted((one, other) -> Arrays.compare(sorted[one], sorted[other]))
                .mapToInt(Integer::intValue)
                .toArray();
        this.root = node(-1, order, sorted, 0);
    }

    /// The most used first; rows are short and ascending.
    private static void sort(int[] facts, int[] uses) {
        for (int at = 1; at < facts.length; at++) {
            int fact = facts[at];
            int to = at;
            while (to > 0 && uses[facts[to - 1]] < uses[fact]) {
                facts[to] = facts[to - 1];
                to--;
            }
            facts[to] = fact;
        }
    }

    private static int[] numbers(int count) {
        int[] numbers = new int[count];
        Arrays.setAll(numbers, each -> each);
        return numbers;
    }

    /// Operators that agree up to a depth become one node; they lie side by side in `order`.
    private static Node node(int fact, int[] order, int[][] sorted, int depth) {
        var here = new IntList(4);
        var children = new ArrayList<Node>();
        int from = 0;
        while (from < order.length) {
            int[] facts = sorted[order[from]];
            if (facts.length == depth) {
                here.add(order[from++]);
                continue;
            }
            int to = from + 1;
            while (to < order.length && sorted[order[to]][depth] == facts[depth]) {
                to++;
            }
            children.add(node(facts[depth], Arrays.copyOfRange(order, from, to), sorted, depth + 1));
            from = to;
        }
        return new Node(fact, children, here);
    }

    /// The operators that may be applied, in an order that depends on the task alone.
    void applicable(long[] state, IntList into) {
        into.size = 0;
        collect(root, state, into);
    }

    private void collect(Node node, long[] state, IntList into) {
        for (int operator : node.operators) {
            if (task.numeric.holds(operator, state, task.factWords)) {
                into.add(operator);
            }
        }
        for (var child : node.children) {
            if (CompactTask.has(state, child.fact)) {
                collect(child, state, into);
            }
        }
    }
}
