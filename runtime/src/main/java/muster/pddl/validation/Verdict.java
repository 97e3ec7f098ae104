package muster.pddl.validation;

import java.math.BigDecimal;
import java.util.List;
import muster.plan.Problem;

/// Whether a plan does what it is for.
public sealed interface Verdict {

    /// Every step can be done when its turn comes, and the goal holds at the end.
    ///
    /// @param cost by the problem's metric
    record Valid(int steps, BigDecimal cost) implements Verdict {}

    /// It does not. The faults are every step that is no action of the task; if all are, what the first that cannot be
    /// done lacks; if all can, what the goal lacks.
    record Invalid(List<Problem> faults) implements Verdict {
        public Invalid {
            faults = List.copyOf(faults);
        }
    }
}
