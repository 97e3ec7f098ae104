package muster.pddl.grounding;

import java.math.BigDecimal;
import java.util.List;
import muster.strips.Operator;
import muster.strips.StripsTask;

/// A task for the search and what its numbers mean.
///
/// @param facts the name of each fact in PDDL's notation
/// @param decimals costs of the task are in units of 10^-decimals
public record GroundedTask(StripsTask task, List<String> facts, int decimals) {
    /// The name of an operator that is no step for people: it only gathers several ways to the goal.
    static final String NO_STEP = "";

    public GroundedTask {
        facts = List.copyOf(facts);
    }

    /// The steps of a plan of the search, such as `(move a b)`.
    public List<String> steps(List<Integer> plan) {
        return plan.stream()
                .map(task.operators()::get)
                .map(Operator::name)
                .filter(name -> !name.equals(NO_STEP))
                .toList();
    }

    /// A cost of the search in the units of the problem.
    public BigDecimal cost(long cost) {
        return BigDecimal.valueOf(cost, decimals);
    }
}
