package muster.wiring;

import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import muster.audit.Evidence;
import muster.audit.ProbeResult;
import muster.plan.Plan;

/// What the paid probes of a plan would use, without making them.
public record Estimates(List<Evidence> evidence) {
    public Estimates {
        evidence = List.copyOf(evidence);
    }

    /// Asks every connected database for its own estimate.
    public static Estimates of(Workspace workspace, Plan plan, InstantSource clock) throws IOException {
        var auditing = new Auditing(workspace, Examination.pack(workspace, clock), clock, Progress.SILENT);
        return new Estimates(auditing.estimates(plan));
    }

    /// False if one of them would go over its budget, or cannot be estimated.
    public boolean areWithinBudget() {
        return evidence.stream().allMatch(each -> each.result() == ProbeResult.PASS);
    }

    /// One line for each.
    public List<String> lines() {
        return evidence.stream()
                .map(each -> each.expectation() + ": " + each.summary())
                .toList();
    }
}
