package muster.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import muster.plan.Need;
import muster.plan.Severity;
import muster.plan.SeverityOverride;
import muster.plan.Waiver;
import org.jspecify.annotations.Nullable;

/// How the severity of an unmet expectation comes about: the rule, then what a person set instead, then a waiver.
///
/// @param workaround the plan's own, which the rule takes into account
/// @param byRule what [SeverityRule] says
/// @param waiver in force for it; an accepted exception turns P0 into P1 and changes nothing else
public record Ruling(
        Need need,
        OnPath path,
        @Nullable String workaround,
        Severity byRule,
        @Nullable SeverityOverride override,
        @Nullable Waiver waiver) {

    /// The severity that counts.
    public Severity severity() {
        var set = unwaived();
        return waiver != null && set == Severity.P0 ? Severity.P1 : set;
    }

    /// The severity that would count without the waiver.
    public Severity unwaived() {
        return override == null ? byRule : override.severity();
    }

    /// The derivation in words, one step a line.
    public List<String> steps() {
        var steps = new ArrayList<String>();
        steps.add("it is " + need.name().toLowerCase(Locale.ROOT));
        steps.add(
                switch (path) {
                    case CRITICAL -> "it is on the critical path of the target";
                    case OFF -> "it is off the critical path of the target";
                });
        steps.add(workaround == null ? "no workaround is accepted" : "workaround: " + workaround);
        steps.add("so the rule says " + byRule);
        if (override != null) {
            steps.add("a person set " + override.severity() + ": " + override.reason());
        }
        if (waiver != null) {
            steps.add("waiver " + waiver.id() + ", approved by " + waiver.approver() + " until " + waiver.expires()
                    + ": " + waiver.reason());
            steps.add("so " + severity() + " counts");
        }
        return List.copyOf(steps);
    }
}
