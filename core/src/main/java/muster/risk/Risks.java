package muster.risk;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import muster.plan.Estimate;
import muster.plan.Impact;
import muster.plan.Mitigation;
import muster.plan.Phase;
import muster.plan.Plan;
import muster.plan.Risk;
import muster.plan.Share;
import muster.plan.TaskId;
import muster.planning.PhaseEnds;
import muster.schedule.SchedulingProblem;
import org.jspecify.annotations.Nullable;

/// The risks of a plan as events of a network. What only has a level gets numbers by [Assumed].
final class Risks {
    private final Plan plan;
    private final TaskItems items;
    private final Set<TaskId> activities;

    Risks(Plan plan, SchedulingProblem problem, Set<TaskId> activities) {
        this.plan = plan;
        this.items = new TaskItems(problem);
        this.activities = activities;
    }

    List<RiskEvent> events(Assumed.End end) {
        return plan.risks().stream()
                .map(risk -> event(risk, end))
                .filter(event -> !event.delayed().isEmpty()
                        || !event.stretched().isEmpty()
                        || event.impact().cost() != null)
                .toList();
    }

    List<String> assumptions(String currency) {
        var words = new ArrayList<String>();
        long levels = plan.risks().stream().filter(risk -> isAssumed(risk)).count();
        if (levels > 0) {
            words.add(levels + " of " + plan.risks().size()
                    + " risks have a level and not all numbers: probability and impact are taken from the level");
        }
        plan.risks().stream()
                .filter(risk -> hit(risk).findAny().isEmpty()
                        && (risk.impact() == null || risk.impact().cost() == null))
                .forEach(risk -> words.add("risk " + risk.id() + " hits no task of this schedule and changes nothing"));
        if (plan.risks().stream().anyMatch(risk -> isForeign(risk, currency))) {
            words.add("amounts of risks in other currencies than " + currency + " are taken as that currency");
        }
        return words;
    }

    private static boolean isAssumed(Risk risk) {
        return risk.probability() == null || risk.impact() == null;
    }

    private static boolean isForeign(Risk risk, String currency) {
        var cost = risk.impact() == null ? null : risk.impact().cost();
        Mitigation mitigation = risk.mitigation();
        return (cost != null && !cost.currency().equals(currency))
                || (mitigation != null && !mitigation.cost().currency().equals(currency));
    }

    private RiskEvent event(Risk risk, Assumed.End end) {
        var share = risk.probability() == null ? new Share(Assumed.probability(risk.level(), end)) : risk.probability();
        var impact =
                risk.impact() == null ? new Impact(Estimate.ZERO, Assumed.stretch(risk.level()), null) : risk.impact();
        return new RiskEvent(
                risk.id(),
                risk.title(),
                share,
                impact.delay().max().isZero() ? List.of() : delayed(risk),
                impact.stretch() == null ? List.of() : hit(risk).toList(),
                impact,
                risk.mitigation());
    }

    private List<TaskId> delayed(Risk risk) {
        var ids = new LinkedHashSet<TaskId>();
        risk.tasks().forEach(task -> last(task).ifPresent(ids::add));
        Phase phase = phase(risk);
        if (phase != null && activities.contains(PhaseEnds.id(phase))) {
            ids.add(PhaseEnds.id(phase));
        }
        return List.copyOf(ids);
    }

    /// A task in parts is delayed once, in its last part.
    private Optional<TaskId> last(TaskId task) {
        return items.of(task).reduce((_, later) -> later);
    }

    private Stream<TaskId> hit(Risk risk) {
        Phase phase = phase(risk);
        var ofPhase =
                phase == null ? Stream.<TaskId>of() : phase.tasks().stream().map(task -> task.id());
        return Stream.concat(risk.tasks().stream(), ofPhase).distinct().flatMap(task -> items.of(task));
    }

    private @Nullable Phase phase(Risk risk) {
        return plan.phases().stream()
                .filter(phase -> phase.id().equals(risk.phase()))
                .findFirst()
                .orElse(null);
    }
}
