package muster.rehearsal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import muster.plan.TaskId;
import muster.run.BudgetEvent;
import muster.run.ClaimEvent;
import muster.run.RunPlan;
import muster.run.RunState;

/// What the onlooker knows of the hours that steps of random runs take, which count themselves.
final class TimeSeen {
    private static final BigDecimal HOUR =
            BigDecimal.valueOf(Duration.ofHours(1).toMillis());
    private static final BigDecimal NEARLY = new BigDecimal("0.001");

    private final List<String> violations;
    private final Map<TaskId, Instant> since = new HashMap<>();
    private BigDecimal spent = BigDecimal.ZERO;

    TimeSeen(List<String> violations) {
        this.violations = violations;
    }

    void granted(RunPlan plan, ClaimEvent.LeaseGranted event) {
        if (plan.step(event.task()).terms().spends().containsKey(RandomRun.HOURS)) {
            since.put(event.task(), event.hold().since());
        }
    }

    /// @param now no attempt took longer than until then
    void spent(BudgetEvent.Spent event, Instant now) {
        var hours = event.amounts().get(RandomRun.HOURS);
        var from = hours == null ? null : since.remove(event.task());
        if (hours == null || from == null) {
            return;
        }
        spent = spent.add(hours);
        var most = BigDecimal.valueOf(Duration.between(from, now).toMillis()).divide(HOUR, 4, RoundingMode.HALF_UP);
        if (hours.compareTo(most.add(NEARLY)) > 0) {
            violations.add(event.task() + " used up " + hours + " hours in " + most);
        }
    }

    /// Everything that ended by now was charged, unless it took no time.
    void after(Set<TaskId> held, Instant now) {
        since.entrySet().removeIf(each -> {
            var over = !held.contains(each.getKey());
            if (over && now.isAfter(each.getValue().plusSeconds(1))) {
                violations.add("the time of " + each.getKey() + " is not counted");
            }
            return over;
        });
    }

    void end(RunState state) {
        var told = state.course().budgets().get(RandomRun.HOURS);
        if (told != null && told.spent().compareTo(spent) != 0) {
            violations.add("the run says that " + told.spent() + " hours are spent, it were " + spent);
        }
    }
}
