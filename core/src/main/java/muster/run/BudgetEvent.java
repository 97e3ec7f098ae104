package muster.run;

import java.math.BigDecimal;
import java.util.SortedMap;
import muster.plan.AgentId;
import muster.plan.ResourceId;
import muster.plan.TaskId;

/// What happened to budgets.
public sealed interface BudgetEvent extends Event.OfTheme {
    /// An agent used something up, whether or not its claim still holds.
    ///
    /// @param amounts each above zero, in the budget's unit
    record Spent(TaskId task, long fence, AgentId by, SortedMap<ResourceId, BigDecimal> amounts)
            implements BudgetEvent {
        public Spent {
            amounts = SharedMap.of(amounts);
        }
    }

    /// A threshold was crossed, up or down.
    ///
    /// @param spent all so far
    /// @param amount all that there is
    record BudgetReached(ResourceId budget, Spending.Alarm alarm, BigDecimal spent, BigDecimal amount)
            implements BudgetEvent {}
}
