package muster.audit;

import muster.plan.ExpectationId;
import muster.plan.Waiver;

/// A waiver that counts at the time of the audit, and the unmet expectation that it covers.
public record Waived(ExpectationId expectation, Waiver waiver) {}
