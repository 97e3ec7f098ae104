package muster.audit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import muster.plan.ExpectationId;
import muster.plan.Severity;

/// What was seen of scripts that no expectation is about, because they lie in the same folder. What is wrong with them
/// keeps the plan from nothing, so that it is a finding of the audit as a whole: P2 if a script does not do what it
/// should, P3 if it wants looking at.
public record Beside(List<Evidence> evidence) {
    /// What the ids of their probings begin with.
    public static final String KIND = "beside";

    /// More are counted; source: a list longer than this is not read.
    static final int MOST = 100;

    /// Findings about this machine rather than about the script.
    private static final Set<String> OF_THE_MACHINE =
            Set.of("package-not-installed", "missing-command", "unset-variable", "unchecked-table", "untracked");

    public Beside {
        evidence = List.copyOf(evidence);
    }

    /// Of all evidence, what was seen beside the plan.
    static Beside of(List<Evidence> all) {
        return new Beside(
                all.stream().filter(each -> isBeside(each.expectation())).toList());
    }

    private static boolean isBeside(ExpectationId id) {
        return id.value().startsWith(KIND + ":");
    }

    /// The scripts, sorted.
    SortedSet<String> scripts() {
        return evidence.stream()
                .filter(each -> each.kind().equals("script"))
                .flatMap(each -> each.subject().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    List<AuditFinding> findings() {
        var all = evidence.stream()
                .flatMap(each -> each.findings().stream()
                        .filter(finding -> !OF_THE_MACHINE.contains(finding.code()))
                        .map(finding -> finding(each, finding)))
                .distinct()
                .sorted(Comparator.comparing(AuditFinding::severity).thenComparing(AuditFinding::place))
                .toList();
        if (all.size() <= MOST) {
            return all;
        }
        var first = new ArrayList<>(all.subList(0, MOST));
        var last = all.get(MOST);
        var left = all.size() - MOST;
        first.add(new AuditFinding(
                "more-findings",
                last.severity(),
                left + " findings more about scripts that no expectation is about",
                last.place(),
                List.of()));
        return first;
    }

    private static AuditFinding finding(Evidence evidence, Finding finding) {
        var severity = switch (finding.weight()) {
            case DEFECT -> Severity.P2;
            case REMARK -> Severity.P3;
        };
        return new AuditFinding(finding.code(), severity, finding.message(), finding.place(), List.of(evidence.id()));
    }
}
