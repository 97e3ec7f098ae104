package muster.audit;

import java.util.SortedMap;
import java.util.TreeMap;

/// The figures a policy decides by; all are counts. A policy never sees lists, so that its cost does not grow with the
/// audit.
///
/// @param required expectations the plan cannot do without
/// @param requiredReady of those, the ones that are ready
/// @param requiredUnknown of those, the ones not tested, stale or in error
/// @param thinP0 open P0 that rest on one kind of probe only
/// @param claimsWrong claims that evidence or arithmetic refutes
/// @param needsDecision ambiguities that a person still has to decide
/// @param superseded 1 if the plan's document has been replaced, else 0
/// @param waived blockers that a waiver in force covers
/// @param unprobed expectations that this audit did not get to
/// @param findingsP0 findings of the audit as a whole by severity, likewise the next three
/// @param blockerMinutes likely working time of the cheapest remedies of all blockers
/// @param blockerUsd what those remedies cost, each rounded up to whole US dollars; other currencies are not in it
public record Aggregates(
        long expectations,
        long required,
        long requiredReady,
        long requiredUnknown,
        long ready,
        long partial,
        long missing,
        long blocked,
        long unknown,
        long openP0,
        long openP1,
        long openP2,
        long openP3,
        long thinP0,
        long claimsWrong,
        long claimsUnverifiable,
        long contradictions,
        long needsDecision,
        long superseded,
        long waived,
        long unprobed,
        long findingsP0,
        long findingsP1,
        long findingsP2,
        long findingsP3,
        long blockerMinutes,
        long blockerUsd) {

    /// All figures zero.
    public static final Aggregates NONE =
            new Aggregates(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    /// The figures by the names that policies use, which are the names of the components.
    public SortedMap<String, Long> byName() {
        var figures = new TreeMap<String, Long>();
        figures.put("expectations", expectations);
        figures.put("required", required);
        figures.put("requiredReady", requiredReady);
        figures.put("requiredUnknown", requiredUnknown);
        figures.put("ready", ready);
        figures.put("partial", partial);
        figures.put("missing", missing);
        figures.put("blocked", blocked);
        figures.put("unknown", unknown);
        figures.put("openP0", openP0);
        figures.put("openP1", openP1);
        figures.put("openP2", openP2);
        figures.put("openP3", openP3);
        figures.put("thinP0", thinP0);
        figures.put("claimsWrong", claimsWrong);
        figures.put("claimsUnverifiable", claimsUnverifiable);
        figures.put("contradictions", contradictions);
        figures.put("needsDecision", needsDecision);
        figures.put("superseded", superseded);
        figures.put("waived", waived);
        figures.put("unprobed", unprobed);
        figures.put("findingsP0", findingsP0);
        figures.put("findingsP1", findingsP1);
        figures.put("findingsP2", findingsP2);
        figures.put("findingsP3", findingsP3);
        figures.put("blockerMinutes", blockerMinutes);
        figures.put("blockerUsd", blockerUsd);
        return figures;
    }
}
