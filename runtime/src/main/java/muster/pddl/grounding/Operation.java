package muster.pddl.grounding;

import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import muster.strips.FactSet;

/// An operator on its way from a draft to the task.
///
/// @param draft position of the draft that it was; that of no draft if it only gathers the ways to the goal
record Operation(int draft, FactSet pre, FactSet add, FactSet del) {

    /// The same over some of the facts.
    Operation over(FactSet needed, IntPredicate changed) {
        return new Operation(draft, needed, kept(add, changed), kept(del, changed));
    }

    static FactSet kept(FactSet facts, IntPredicate which) {
        for (int at = 0; at < facts.size(); at++) {
            if (!which.test(facts.at(at))) {
                return FactSet.of(IntStream.of(facts.toArray()).filter(which).toArray());
            }
        }
        return facts;
    }
}
