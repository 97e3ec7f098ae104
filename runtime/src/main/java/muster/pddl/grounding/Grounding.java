package muster.pddl.grounding;

import java.util.List;
import muster.plan.Problem;

/// How grounding ended.
public sealed interface Grounding {

    /// With a task for the search.
    record Grounded(GroundedTask task) implements Grounding {}

    /// Some of the goal can never become true, whatever is done.
    ///
    /// @param conditions parts of the goal in PDDL's notation
    record Unreachable(List<String> conditions) implements Grounding {
        public Unreachable {
            conditions = List.copyOf(conditions);
        }
    }

    /// It was told to stop, or there are too many operators.
    record Stopped() implements Grounding {}

    /// A condition or a cost goes beyond what is supported.
    record Refused(List<Problem> problems) implements Grounding {
        public Refused {
            problems = List.copyOf(problems);
        }
    }
}
