package muster.audit;

import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import muster.plan.Expectation;
import muster.plan.FactId;
import muster.plan.Phase;
import muster.plan.Plan;

/// By how much unmet expectations move the target phase: the forward pass of the critical path method with the remedies
/// in it, less the same without them. Remedies begin at once and side by side; who is free is left to the schedule.
final class TargetDelay {
    private final DelayAim aim;
    private final List<Phase> phases;
    private final TaskNetwork network;
    private final Set<FactId> required;
    private final Duration undisturbed;

    TargetDelay(Plan plan) {
        this.aim = plan.header().target() == null ? DelayAim.WHOLE_PLAN : DelayAim.ONE_PHASE;
        var reached = Slack.towards(CriticalPath.goal(plan), plan.phases()).phases();
        this.phases = plan.phases().stream()
                .filter(phase -> reached.contains(phase.id()))
                .toList();
        this.network = TaskNetwork.of(phases);
        this.required = phases.stream()
                .flatMap(phase -> phase.tasks().stream())
                .flatMap(task -> task.requires().stream())
                .collect(Collectors.toCollection(HashSet::new));
        this.undisturbed = new TargetTiming(phases, network, new Releases()).end();
    }

    /// Zero if there is time for the remedies, or they are not on the way to the target. Expectations without a remedy
    /// count as if they took no time.
    Duration by(Collection<Expectation> unmet) {
        var releases = new Releases();
        unmet.forEach(expectation -> CheapestRemedy.of(expectation)
                .ifPresent(
                        remedy -> delay(releases, expectation, remedy.estimate().likely())));
        var delay = new TargetTiming(phases, network, releases).end().minus(undisturbed);
        return delay.isNegative() ? Duration.ZERO : delay;
    }

    /// If tasks wait for it, they alone do; else the phases that cannot be carried out without it.
    private void delay(Releases releases, Expectation expectation, Duration time) {
        if (required.contains(expectation.fact())) {
            releases.fact(expectation.fact(), time);
        } else if (aim == DelayAim.WHOLE_PLAN && expectation.phases().isEmpty()) {
            releases.everything(time);
        } else {
            expectation.phases().forEach(phase -> releases.phase(phase, time));
        }
    }
}
