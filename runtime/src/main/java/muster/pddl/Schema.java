package muster.pddl;

import java.util.List;
import muster.plan.Location;

/// An action with variables.
///
/// @param cost what it adds to the total cost; not looked at if steps are counted
public record Schema(
        String name,
        List<Parameter> parameters,
        Condition precondition,
        List<Effect> effects,
        CostTerm cost,
        Location at) {
    public Schema {
        parameters = List.copyOf(parameters);
        effects = List.copyOf(effects);
    }
}
