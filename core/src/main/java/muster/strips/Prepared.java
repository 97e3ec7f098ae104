package muster.strips;

import java.util.List;
import java.util.function.BooleanSupplier;

/// A task made ready for searching: what cannot matter is left out, and heuristics have their relaxed view of it.
record Prepared(CompactTask task, RelaxedTask relaxed, Mutexes mutexes, Choice all, Orbits alone) {

    static Prepared of(StripsTask task, Reachability reachable, BooleanSupplier stop) {
        var compact = Simplification.of(task, reachable);
        var mutexes = Mutexes.of(compact, stop);
        int[] impossible = mutexes.impossible();
        if (impossible.length > 0) {
            for (int operator : impossible) {
                reachable.operator[compact.origin[operator]] = false;
            }
            compact = Simplification.of(task, reachable);
            mutexes = Mutexes.of(compact, stop);
        }
        var alone = new Orbits(compact, List.of());
        return new Prepared(compact, new RelaxedTask(compact), mutexes, new AllApplicable(compact), alone);
    }

    /// For a look that is too short for more: every operator that may be applied is tried.
    Setting plainly(SearchLimits limits) {
        return new Setting(task, relaxed, all, alone, limits);
    }

    /// For a long search: operators that can as well wait are left out, and alike states are one.
    Setting reduced(SearchLimits limits) {
        var orbits = new Orbits(task, Symmetries.of(task, Symmetries.WORK));
        return new Setting(task, relaxed, new StubbornSets(task, mutexes), orbits, limits);
    }
}
