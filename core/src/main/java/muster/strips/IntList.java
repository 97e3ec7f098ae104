package muster.strips;

import java.util.Arrays;

/// A growing list of numbers without objects, used as a stack too.
final class IntList {
    int[] item;
    int size;

    IntList(int capacity) {
        item = new int[Math.max(4, capacity)];
    }

    void add(int value) {
        if (size == item.length) {
            item = Arrays.copyOf(item, size * 2);
        }
        item[size++] = value;
    }

    int pop() {
        return item[--size];
    }

    static IntList of(int... values) {
        var list = new IntList(values.length);
        for (int value : values) {
            list.add(value);
        }
        return list;
    }

    void addAll(IntList other) {
        for (int at = 0; at < other.size; at++) {
            add(other.item[at]);
        }
    }

    /// The numbers without repetition, in ascending order.
    FactSet toSet() {
        return FactSet.of(toArray());
    }

    int[] toArray() {
        return Arrays.copyOf(item, size);
    }
}
