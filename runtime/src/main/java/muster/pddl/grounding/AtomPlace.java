package muster.pddl.grounding;

import org.jspecify.annotations.Nullable;

/// The atoms of one predicate by the object at one place.
final class AtomPlace {
    private @Nullable IntList[] lists = new IntList[0];

    void add(int atom, int object, int objects) {
        if (lists.length == 0) {
            lists = new IntList[objects];
        }
        var list = lists[object];
        if (list == null) {
            list = new IntList();
            lists[object] = list;
        }
        list.add(atom);
    }

    IntList of(int object) {
        var list = lists.length == 0 ? null : lists[object];
        return list == null ? IntList.EMPTY : list;
    }
}
