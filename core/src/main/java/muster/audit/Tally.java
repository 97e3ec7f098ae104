package muster.audit;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import muster.plan.Need;
import muster.plan.Severity;

/// How many cases there are of each standing, beside the figures that no resolved blocker changes.
///
/// @param documented figures about documents, claims and the audit as a whole
/// @param load what the blockers take
record Tally(Map<Case.Standing, Long> counts, Documented documented, Load load) {

    /// Time and money of cheapest remedies.
    record Load(long minutes, long usd) {
        static final Load NONE = new Load(0, 0);

        static Load of(Case each) {
            return each.standing().severity() == null
                    ? NONE
                    : new Load(each.delay().toMinutes(), each.usd());
        }

        Load plus(Load other) {
            return new Load(minutes + other.minutes, usd + other.usd);
        }

        Load minus(Load other) {
            return new Load(minutes - other.minutes, usd - other.usd);
        }
    }

    static Tally of(Collection<Case> cases, Documented documented) {
        var counts = new TreeMap<Case.Standing, Long>();
        cases.forEach(each -> counts.merge(each.standing(), 1L, Long::sum));
        return new Tally(counts, documented, cases.stream().map(Load::of).reduce(Load.NONE, Load::plus));
    }

    /// This tally if so many cases of each standing were resolved.
    ///
    /// @param gone what those cases take
    Tally resolving(Map<Case.Standing, Integer> resolved, Load gone) {
        var changed = new TreeMap<>(counts);
        resolved.forEach((standing, count) -> {
            changed.merge(standing, -(long) count, Long::sum);
            changed.merge(standing.resolved(), (long) count, Long::sum);
        });
        return new Tally(changed, documented, load.minus(gone));
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
                documented.superseded(),
                count(each -> each.accepted() == Case.Accepted.WAIVED),
                count(each -> each.backing() == Case.Backing.NOT_PROBED),
                documented.findings(Severity.P0),
                documented.findings(Severity.P1),
                documented.findings(Severity.P2),
                documented.findings(Severity.P3),
                load.minutes(),
                load.usd());
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
