package muster.audit;

import java.util.List;
import muster.plan.AssuranceLevel;
import muster.plan.Expectation;

/// The judgement of one expectation with the evidence behind it.
public record Assessment(
        Expectation expectation, Readiness readiness, AssuranceLevel reached, String reason, List<Evidence> evidence) {
    public Assessment {
        evidence = List.copyOf(evidence);
    }
}
