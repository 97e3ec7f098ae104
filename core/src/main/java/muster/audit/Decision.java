package muster.audit;

import java.util.List;
import muster.plan.ExpectationId;

/// The verdict that the policy came to.
///
/// @param reasons the rules that fired, strongest first, each with the figures it saw
/// @param wouldMakeItGo the smallest set of unmet or untested expectations whose resolution makes the verdict GO or
/// GO-WITH-CONDITIONS; empty if it is that already or something else stands in the way
/// @param policy SHA-256 of the policy
public record Decision(Verdict verdict, List<String> reasons, List<ExpectationId> wouldMakeItGo, String policy) {
    public Decision {
        reasons = List.copyOf(reasons);
        wouldMakeItGo = List.copyOf(wouldMakeItGo);
    }
}
