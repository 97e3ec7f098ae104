package muster.audit;

import java.util.List;
import muster.plan.Severity;

/// Something about the audited work that no single expectation says: a waiver that has expired, a file that nobody
/// expects, a count that does not add up, a decision that contradicts an earlier one.
///
/// @param code short stable name, such as `expired-waiver`
/// @param place `path:line`, a path, or the id of an entry of the plan
/// @param evidence ids of the evidence behind it
public record AuditFinding(String code, Severity severity, String message, String place, List<String> evidence) {
    public AuditFinding {
        evidence = List.copyOf(evidence);
    }
}
