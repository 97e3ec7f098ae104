package muster.markdown;

import java.util.List;
import muster.plan.Action;
import muster.plan.Money;
import muster.plan.RiskLevel;
import muster.plan.Task;
import org.jspecify.annotations.Nullable;

/// Makes a task of a line of work.
final class TaskMaker {
    private final Reading reading;
    private final Precedence precedence;
    private final Estimates estimates;

    TaskMaker(Reading reading, Precedence precedence, Estimates estimates) {
        this.reading = reading;
        this.precedence = precedence;
        this.estimates = estimates;
    }

    Task task(Work work, PhaseDraft draft, @Nullable RiskLevel risk) {
        return new Task(
                work.id(),
                work.title(),
                work.owners(),
                precedence.of(work.id()),
                List.of(),
                List.of(),
                estimates.of(work, draft),
                Money.ZERO,
                List.of(),
                risk,
                new Action.Manual(work.title()),
                work.days(),
                work.deliverables(),
                0,
                null,
                null,
                reading.at(work.line()));
    }
}
