package muster.run;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import muster.plan.TaskId;
import org.jspecify.annotations.Nullable;

/// What may be used up, what was, and what that keeps from beginning.
final class BudgetRules {
    private BudgetRules() {}

    /// What is spent is spent, so a stale fence is no reason to leave it out.
    static List<Event> spend(RunState state, ClaimCommand.Spend c) {
        var why = obstacle(state, c);
        return why == null
                ? List.of(new BudgetEvent.Spent(c.task(), c.fence(), c.by(), c.amounts()))
                : Refusal.of("spend", c.task(), why);
    }

    private static @Nullable String obstacle(RunState state, ClaimCommand.Spend c) {
        if (!state.steps().containsKey(c.task())) {
            return "the run has no such step";
        }
        if (c.fence() < 1 || c.fence() > state.fence()) {
            return "fence " + c.fence() + " was never given out";
        }
        for (var amount : c.amounts().entrySet()) {
            if (!state.course().budgets().containsKey(amount.getKey())) {
                return "the run has no budget " + amount.getKey() + "; it has "
                        + state.course().budgets().keySet();
            }
            if (state.plan().budgets().stream()
                    .anyMatch(
                            budget -> budget.id().equals(amount.getKey()) && TimeSpent.uses(state, c.task(), budget))) {
                return "budget " + amount.getKey() + " counts the time of " + c.task() + " itself";
            }
            if (amount.getValue().signum() <= 0) {
                return "what is spent of " + amount.getKey() + " must be above 0, got "
                        + amount.getValue().toPlainString();
            }
        }
        return c.amounts().isEmpty() ? "nothing was spent" : null;
    }

    /// Thresholds that were crossed by what was spent, granted or provided with time, and by time itself.
    static List<Event> moves(RunState state, Instant now) {
        if (state.plan().budgets().isEmpty()) {
            return List.of();
        }
        var moves = new ArrayList<Event>();
        for (var budget : state.plan().budgets()) {
            var at = state.course().budget(budget.id());
            var amount = budget.amount(now).add(at.granted());
            var spent = at.spent().add(TimeSpent.underWay(state, budget, now));
            var alarm = alarm(spent, amount, budget);
            if (alarm != at.alarm()) {
                moves.add(new BudgetEvent.BudgetReached(budget.id(), alarm, spent, amount));
            }
        }
        return moves;
    }

    private static Spending.Alarm alarm(BigDecimal spent, BigDecimal amount, RunBudget budget) {
        if (spent.compareTo(amount) >= 0) {
            return Spending.Alarm.USED_UP;
        }
        return spent.compareTo(budget.warning(amount)) >= 0 ? Spending.Alarm.WARNED : Spending.Alarm.NONE;
    }

    /// Why no step begins any more; null if there is something left of each budget.
    static @Nullable String usedUp(RunState state) {
        return state.course().budgets().entrySet().stream()
                .filter(budget -> budget.getValue().alarm() == Spending.Alarm.USED_UP)
                .map(budget -> "budget " + budget.getKey() + " is used up: "
                        + budget.getValue().spent().toPlainString() + " were spent")
                .findFirst()
                .orElse(null);
    }

    /// Why there is too little for the step beside those that are under way; null if there is enough.
    static @Nullable String tooLittle(RunState state, Step step, Instant now) {
        var used = usedUp(state);
        if (used != null) {
            return used;
        }
        return step.terms().spends().keySet().isEmpty()
                ? null
                : state.plan().budgets().stream()
                        .map(budget -> tooLittle(state, step, budget, now))
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
    }

    private static @Nullable String tooLittle(RunState state, Step step, RunBudget budget, Instant now) {
        var wanted = step.terms().spends().get(budget.id());
        if (wanted == null) {
            return null;
        }
        var at = state.course().budget(budget.id());
        var left = budget.amount(now).add(at.granted()).subtract(at.spent()).subtract(planned(state, budget, now));
        return wanted.compareTo(left) <= 0
                ? null
                : "it is planned to use up " + wanted.toPlainString() + " " + budget.unit() + " of " + budget.id()
                        + ", and " + left.toPlainString() + " are left beside what is under way";
    }

    /// What the steps under way are planned to use up; what they have reported already is counted on top, so that it
    /// is rather too much than too little.
    private static BigDecimal planned(RunState state, RunBudget budget, Instant now) {
        return budget.unitOfTime() == null
                ? planned(state, budget)
                : TimeSpent.counted(state, budget)
                        .map(task -> planned(state, task, budget).max(TimeSpent.used(state, task, budget, now)))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal planned(RunState state, RunBudget budget) {
        return state.having(StepSigns.RUNNING | StepSigns.SUBMITTED).stream()
                .map(task -> planned(state, task, budget))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal planned(RunState state, TaskId task, RunBudget budget) {
        return state.plan().step(task).terms().spends().getOrDefault(budget.id(), BigDecimal.ZERO);
    }
}
