package muster.plan;

import java.util.List;

/// What a plan should lead to and what is read at its end.
public record Outcome(
        List<Deliverable> deliverables,
        List<RollbackProcedure> rollbacks,
        List<Review> reviews,
        List<String> successCriteria,
        List<String> nextSteps) {
    public static final Outcome NONE = new Outcome(List.of(), List.of(), List.of(), List.of(), List.of());

    public Outcome {
        deliverables = List.copyOf(deliverables);
        rollbacks = List.copyOf(rollbacks);
        reviews = List.copyOf(reviews);
        successCriteria = List.copyOf(successCriteria);
        nextSteps = List.copyOf(nextSteps);
    }
}
