package muster.pddl.grounding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import muster.pddl.Predicate;
import org.jspecify.annotations.Nullable;

/// The atoms that joins may use, in ascending order, by predicate and by predicate, place and object.
final class AtomIndex {
    private final Atoms atoms;
    private final int objects;
    private final List<IntList> byPredicate = new ArrayList<>();
    private final List<Place[]> places = new ArrayList<>();

    /// The atoms of one predicate by the object at one place.
    private static final class Place {
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

    AtomIndex(Atoms atoms, List<Predicate> predicates, int objects) {
        this.atoms = atoms;
        this.objects = objects;
        for (var predicate : predicates) {
            byPredicate.add(new IntList());
            var lists = new Place[predicate.parameters().size()];
            Arrays.setAll(lists, _ -> new Place());
            places.add(lists);
        }
    }

    void add(int atom) {
        int predicate = atoms.predicate(atom);
        byPredicate.get(predicate).add(atom);
        var lists = places.get(predicate);
        for (int place = 0; place < lists.length; place++) {
            lists[place].add(atom, atoms.argument(atom, place), objects);
        }
    }

    IntList of(int predicate) {
        return byPredicate.get(predicate);
    }

    /// The atoms of a predicate that have an object at a place.
    IntList of(int predicate, int place, int object) {
        return places.get(predicate)[place].of(object);
    }
}
