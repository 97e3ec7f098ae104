package muster.pddl.grounding;

import java.util.Arrays;

/// Ground atoms, each with a number in the order in which it was first met.
final class Atoms {
    /// Not in the table.
    static final int NONE = -1;

    private static final int FREE = 0;

    private final IntList predicates = new IntList();
    private final IntList starts = new IntList();
    private final IntList arguments = new IntList();
    /// Numbers plus one, by hash; a power of two long and at most half full.
    private int[] slots = new int[1024];

    int size() {
        return predicates.size();
    }

    int predicate(int atom) {
        return predicates.get(atom);
    }

    int argument(int atom, int place) {
        return arguments.get(starts.get(atom) + place);
    }

    int[] arguments(int atom) {
        int from = starts.get(atom);
        int to = atom + 1 < starts.size() ? starts.get(atom + 1) : arguments.size();
        int[] copy = new int[to - from];
        for (int place = 0; place < copy.length; place++) {
            copy[place] = arguments.get(from + place);
        }
        return copy;
    }

    /// The number of an atom, [#NONE] if it was not met.
    int find(int predicate, int[] objects) {
        return slots[slot(predicate, objects)] - 1;
    }

    /// The number of an atom, a new one if it was not met.
    int add(int predicate, int[] objects) {
        int slot = slot(predicate, objects);
        if (slots[slot] != FREE) {
            return slots[slot] - 1;
        }
        int atom = size();
        predicates.add(predicate);
        starts.add(arguments.size());
        for (int object : objects) {
            arguments.add(object);
        }
        slots[slot] = atom + 1;
        if (size() * 2 > slots.length) {
            grow();
        }
        return atom;
    }

    private int slot(int predicate, int[] objects) {
        int slot = mixed(predicate * 31 + Arrays.hashCode(objects)) & slots.length - 1;
        while (slots[slot] != FREE && !isAt(slots[slot] - 1, predicate, objects)) {
            slot = slot + 1 & slots.length - 1;
        }
        return slot;
    }

    private boolean isAt(int atom, int predicate, int[] objects) {
        if (predicates.get(atom) != predicate) {
            return false;
        }
        for (int place = 0; place < objects.length; place++) {
            if (argument(atom, place) != objects[place]) {
                return false;
            }
        }
        return true;
    }

    private void grow() {
        slots = new int[slots.length * 2];
        for (int atom = 0; atom < size(); atom++) {
            slots[slot(predicate(atom), arguments(atom))] = atom + 1;
        }
    }

    private static int mixed(int hash) {
        int spread = hash * 0x9E3779B9;
        return spread ^ spread >>> 16;
    }
}
