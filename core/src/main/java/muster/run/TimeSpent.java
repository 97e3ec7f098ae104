package muster.run;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import muster.plan.ResourceId;
import muster.plan.TaskId;

/// Time counts itself: a step that is planned to use up hours or minutes uses them up from its claim to the end of the
/// attempt, in the working time of who holds it.
final class TimeSpent {
    /// A ten-thousandth of an hour is a third of a second.
    private static final int DIGITS = 4;

    private TimeSpent() {}

    /// What the attempts used up that ended between two states of a run.
    static List<Event> charged(RunState before, RunState after, Instant now) {
        if (after.plan().budgets().isEmpty() || budgets(after).isEmpty()) {
            return List.of();
        }
        var charged = new ArrayList<Event>();
        before.claims().holds().forEach((task, hold) -> {
            var still = after.claims().hold(task);
            var amounts = still != null && still.fence() == hold.fence()
                    ? new TreeMap<ResourceId, BigDecimal>()
                    : amounts(before, after, task, end(before, after, task, now));
            if (!amounts.isEmpty()) {
                charged.add(new BudgetEvent.Spent(task, hold.fence(), hold.by(), amounts));
            }
        });
        return charged;
    }

    /// What those that are held have used up so far.
    static BigDecimal underWay(RunState state, RunBudget budget, Instant now) {
        return counted(state, budget)
                .map(task -> used(state, task, budget, now))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /// The steps that are held and use up the budget by the time that they take; none if it is not one of time.
    static Stream<TaskId> counted(RunState state, RunBudget budget) {
        return budget.unitOfTime() == null
                ? Stream.empty()
                : state.claims().holds().keySet().stream().filter(task -> uses(state, task, budget));
    }

    static boolean uses(RunState state, TaskId task, RunBudget budget) {
        return budget.unitOfTime() != null
                && state.plan().step(task).terms().spends().containsKey(budget.id());
    }

    /// What the attempt under way has used up of a budget of time.
    static BigDecimal used(RunState state, TaskId task, RunBudget budget, Instant until) {
        var unit = Objects.requireNonNull(budget.unitOfTime());
        return BigDecimal.valueOf(state.worked(task, until).toMillis())
                .divide(BigDecimal.valueOf(unit.toMillis()), DIGITS, RoundingMode.HALF_UP)
                .stripTrailingZeros();
    }

    private static List<RunBudget> budgets(RunState state) {
        return state.plan().budgets().stream()
                .filter(budget -> budget.unitOfTime() != null)
                .toList();
    }

    private static SortedMap<ResourceId, BigDecimal> amounts(
            RunState before, RunState after, TaskId task, Instant end) {
        var amounts = new TreeMap<ResourceId, BigDecimal>();
        budgets(after).stream().filter(budget -> uses(before, task, budget)).forEach(budget -> {
            var used = used(before, task, budget, end);
            if (used.signum() > 0) {
                amounts.put(budget.id(), used);
            }
        });
        return amounts;
    }

    /// What was lost ended when it was lost, however late somebody looks.
    private static Instant end(RunState before, RunState after, TaskId task, Instant now) {
        var hold = Objects.requireNonNull(before.claims().hold(task));
        var lapsed = after.claims().lapsed().get(task);
        var lost = before.claims().lostAt(hold);
        return lapsed != null && lapsed.fence() == hold.fence() && lost.isBefore(now) ? lost : now;
    }

    /// When so much more of a budget is used up at the earliest, by so many steps at once.
    static Instant reached(Instant now, RunBudget budget, BigDecimal more, long steps) {
        var unit =
                BigDecimal.valueOf(Objects.requireNonNull(budget.unitOfTime()).toMillis());
        var millis = more.multiply(unit).divide(BigDecimal.valueOf(steps), 0, RoundingMode.UP);
        return now.plus(Duration.ofMillis(millis.longValue()).plusMillis(1));
    }
}
