package muster.audit;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import muster.plan.Need;
import muster.plan.Severity;

/// How many cases there are of each standing, beside the figures that no resolved blocker changes.
///
/// @param documented figures about documents and claims
record Tally(Map<Case.Standing, Long> counts, Documented documented) {

    static Tally of(Collection<Case> cases, Documented documented) {
        var counts = new TreeMap<Case.Standing, Long>();
        cases.forEach(each -> counts.merge(each.standing(), 1L, Long::sum));
        return new Tally(counts, documented);
    }

    /// This tally if so many cases of each standing were resolved.
    Tally resolving(Map<Case.Standing, Integer> resolved) {
        var changed = new TreeMap<>(counts);
        resolved.forEach((standing, count) -> {
            changed.merge(standing, -(long) count, Long::sum);
            changed.merge(standing.resolved(), (long) count, Long::sum);
        });
        return new Tally(changed, documented);
    }

    Aggregates aggregates() {
        return new Aggregates(
                count(_ -> true),
                required(_ -> true),
                required(each -> each.readiness() == Readiness.READY),
                required(each -> each.readiness() == Readiness.UNKNOWN),
                count(each -> each.readiness() == Readiness.READY),
                count(each -> each.readiness() == Readiness.PARTIAL),
                count(each -> each.readiness() == Readiness.MISSING),
                count(each -> each.readiness() == Readiness.BLOCKED),
                count(each -> each.readiness() == Readiness.UNKNOWN),
                count(each -> each.severity() == Severity.P0),
                count(each -> each.severity() == Severity.P1),
                count(each -> each.severity() == Severity.P2),
                count(each -> each.severity() == Severity.P3),
                count(each -> each.severity() == Severity.P0 && each.backing() == Case.Backing.ONE_KIND),
                documented.claimsWrong(),
                documented.claimsUnverifiable(),
                documented.contradictions(),
                documented.needsDecision(),
                documented.superseded());
    }

    private long required(Predicate<Case.Standing> which) {
        return count(which.and(each -> each.need() == Need.REQUIRED));
    }

    private long count(Predicate<Case.Standing> which) {
        return counts.entrySet().stream()
                .filter(entry -> which.test(entry.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }
}
