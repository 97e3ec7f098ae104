package muster.wiring;

import java.math.BigDecimal;
import java.util.List;
import muster.plan.Problem;

/// How planning a PDDL task ended. Costs are by the metric of the problem; steps are written `(move a b)`.
public sealed interface PddlAnswer {

    /// No plan is cheaper.
    record Optimal(List<String> plan, BigDecimal cost) implements PddlAnswer {
        public Optimal {
            plan = List.copyOf(plan);
        }
    }

    /// A plan; no plan costs less than the bound.
    record Feasible(List<String> plan, BigDecimal cost, BigDecimal bound) implements PddlAnswer {
        public Feasible {
            plan = List.copyOf(plan);
        }
    }

    /// No plan exists, for a reason in words.
    record Unsolvable(String reason) implements PddlAnswer {}

    /// It ended before the first plan, for a reason in words; no plan costs less than the bound.
    record Limit(BigDecimal bound, String reason) implements PddlAnswer {}

    /// The task goes beyond what is supported.
    record Refused(List<Problem> problems) implements PddlAnswer {
        public Refused {
            problems = List.copyOf(problems);
        }
    }
}
