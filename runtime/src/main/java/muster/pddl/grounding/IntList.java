package muster.pddl.grounding;

import java.util.Arrays;

/// A growing list of numbers.
final class IntList {
    static final IntList EMPTY = new IntList();

    private int[] items = new int[4];
    private int size;

    void add(int item) {
        if (size == items.length) {
            items = Arrays.copyOf(items, size * 2);
        }
        items[size++] = item;
    }

    int get(int position) {
        return items[position];
    }

    int size() {
        return size;
    }

    int[] toArray() {
        return Arrays.copyOf(items, size);
    }
}
