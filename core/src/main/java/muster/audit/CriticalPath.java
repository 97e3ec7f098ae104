package muster.audit;

import java.time.Duration;
import java.util.List;
import muster.plan.Expectation;
import muster.plan.Phase;
import muster.plan.Plan;
import muster.plan.Task;

/// Says whether an unmet expectation stands on the critical path of the target phase; without a target, of the whole
/// plan.
///
/// If tasks on that way require the expectation, their slack decides: none, or less than the delay, is critical. If
/// none does, it is critical when the target or a phase before it cannot be carried out without it.
final class CriticalPath {
    private final Plan plan;
    private final Slack slack;

    CriticalPath(Plan plan) {
        this.plan = plan;
        this.slack = Slack.towards(goal(plan), plan.phases());
    }

    static List<Phase> goal(Plan plan) {
        var target = plan.header().target();
        return target == null
                ? plan.phases()
                : plan.phases().stream()
                        .filter(phase -> phase.id().equals(target))
                        .toList();
    }

    OnPath of(Expectation expectation) {
        var waiting = plan.tasks().stream()
                .filter(task -> task.requires().contains(expectation.fact()))
                .filter(task -> slack.byTask().containsKey(task.id()))
                .toList();
        var critical = waiting.isEmpty()
                ? isNeededByAPhase(expectation)
                : waiting.stream().anyMatch(task -> lengthens(expectation, task));
        return critical ? OnPath.CRITICAL : OnPath.OFF;
    }

    private boolean isNeededByAPhase(Expectation expectation) {
        return expectation.phases().stream().anyMatch(slack.phases()::contains)
                || (plan.header().target() == null && expectation.phases().isEmpty() && nobodyRequires(expectation));
    }

    private boolean nobodyRequires(Expectation expectation) {
        return plan.tasks().stream().noneMatch(task -> task.requires().contains(expectation.fact()));
    }

    private boolean lengthens(Expectation expectation, Task task) {
        var spare = slack.byTask().getOrDefault(task.id(), Duration.ZERO);
        return spare.isZero()
                || CheapestRemedy.of(expectation)
                        .map(remedy -> remedy.estimate().likely().compareTo(spare) > 0)
                        .orElse(true);
    }
}
