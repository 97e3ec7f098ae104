package muster.rehearsal;

import java.math.BigDecimal;
import java.util.List;
import muster.run.BudgetEvent;
import muster.run.Event;
import muster.run.RunState;
import muster.run.SteerEvent;
import muster.run.Step;

/// What the onlooker knows of the one budget that random runs have.
final class SpendingSeen {
    private final List<String> violations;
    private BigDecimal spent = BigDecimal.ZERO;
    private BigDecimal there = BigDecimal.valueOf(RandomRun.TOKENS_THERE);

    SpendingSeen(List<String> violations) {
        this.violations = violations;
    }

    void see(Event event) {
        if (event instanceof BudgetEvent.Spent e) {
            spent = spent.add(e.amounts().getOrDefault(RandomRun.TOKENS, BigDecimal.ZERO));
        } else if (event instanceof SteerEvent.BudgetRaised e && e.budget().equals(RandomRun.TOKENS)) {
            there = there.add(e.more());
        }
    }

    void begins(Step step) {
        if (spent.compareTo(there) >= 0) {
            violations.add(step.id() + " begins though " + spent + " of " + there + " tokens are spent");
        }
    }

    void end(RunState state) {
        var told = state.course().budgets().get(RandomRun.TOKENS);
        if (told != null && told.spent().compareTo(spent) != 0) {
            violations.add("the run says that " + told.spent() + " tokens are spent, it were " + spent);
        }
    }
}
