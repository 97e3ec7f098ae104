package muster.pddl.grounding;

import muster.strips.FactSet;

/// Atoms that are added and deleted.
record Changes(FactSet adds, FactSet deletes) {
    static final Changes NONE = new Changes(FactSet.EMPTY, FactSet.EMPTY);

    /// Both together.
    Changes and(Changes other) {
        return new Changes(Needs.union(adds, other.adds), Needs.union(deletes, other.deletes));
    }
}
