package muster.audit;

import java.time.Instant;
import java.util.List;
import muster.plan.Expectation;

/// Performs the probe of an expectation and answers with what it saw, at least one piece of evidence. It never throws
/// for what it finds in the world: that is a result.
@FunctionalInterface
public interface Prober {
    /// @param now the time of the audit's clock, stamped on the evidence
    List<Evidence> probe(Expectation expectation, Instant now);
}
