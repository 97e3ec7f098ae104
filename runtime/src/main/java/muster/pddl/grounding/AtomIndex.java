package muster.pddl.grounding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import muster.pddl.Predicate;

/// The atoms that joins may use, in ascending order, by predicate and by predicate, place and object.
final class AtomIndex {
    private final Atoms atoms;
    private final int objects;
    private final List<IntList> byPredicate = new ArrayList<>();
    private final List<AtomPlace[]> places = new ArrayList<>();

    AtomIndex(Atoms atoms, List<Predicate> predicates, int objects) {
        this.atoms = atoms;
        this.objects = objects;
        for (var predicate : predicates) {
            byPredicate.add(new IntList());
            var lists = new AtomPlace[predicate.parameters().size()];
            Arrays.setAll(lists, _ -> new AtomPlace());
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
