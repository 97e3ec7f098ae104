package muster.run;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// When budgets say something of themselves, because time is used up or more is provided.
public final class BudgetClock {
    private BudgetClock() {}

    /// When the next of them may have something to say; null if none will. A little early does no harm.
    public static @Nullable Instant next(RunState state, Instant now) {
        if (state.plan().budgets().isEmpty()) {
            return null;
        }
        return state.plan().budgets().stream()
                .flatMap(budget -> Stream.of(crossing(state, budget, now), provided(state, budget, now)))
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .orElse(null);
    }

    /// True if one has something to say.
    public static boolean isDue(RunState state, Instant now) {
        return switch (state.status()) {
            case RUNNING, STALLED -> !BudgetRules.moves(state, now).isEmpty();
            case NOT_STARTED, PAUSED, CANCELLED, FINISHED, ROLLING_BACK, ROLLBACK_STALLED, ROLLED_BACK -> false;
        };
    }

    private static @Nullable Instant crossing(RunState state, RunBudget budget, Instant now) {
        var steps = TimeSpent.counted(state, budget).count();
        if (steps == 0) {
            return null;
        }
        var at = state.course().budget(budget.id());
        var amount = budget.amount(now).add(at.granted());
        var used = at.spent().add(TimeSpent.underWay(state, budget, now));
        return Stream.of(budget.warning(amount), amount)
                .map(threshold -> threshold.subtract(used))
                .filter(more -> more.signum() > 0)
                .min(BigDecimal::compareTo)
                .map(more -> TimeSpent.reached(now, budget, more, steps))
                .orElse(null);
    }

    private static @Nullable Instant provided(RunState state, RunBudget budget, Instant now) {
        return state.course().budget(budget.id()).alarm() == Spending.Alarm.NONE
                ? null
                : budget.profile().stream()
                        .map(level -> level.from())
                        .filter(from -> from.isAfter(now))
                        .findFirst()
                        .orElse(null);
    }
}
