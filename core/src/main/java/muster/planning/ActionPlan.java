package muster.planning;

import java.util.List;

/// Steps in a partial order: steps that do not follow from each other may be done at the same time, and every
/// order that keeps `after` reaches the goal.
public record ActionPlan(List<Step> steps, List<CausalLink> links) {
    public ActionPlan {
        steps = List.copyOf(steps);
        links = List.copyOf(links);
    }

    /// What all steps cost together.
    public Cost cost() {
        return steps.stream().map(step -> step.action().cost()).reduce(Cost.ZERO, Cost::plus);
    }

    /// Why the step with this number is in the plan.
    public Why why(int number) {
        return Why.of(this, number);
    }
}
