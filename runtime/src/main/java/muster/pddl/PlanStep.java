package muster.pddl;

import java.util.List;
import muster.plan.Location;

/// One step of a written plan.
///
/// @param objects in the places of the action's parameters
public record PlanStep(Location at, String action, List<String> objects) {
    public PlanStep {
        objects = List.copyOf(objects);
    }

    /// As in a plan file, such as `(move a b)`.
    @Override
    public String toString() {
        return new Fact(action, objects).toString();
    }
}
