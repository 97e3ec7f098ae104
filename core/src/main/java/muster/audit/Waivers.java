package muster.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import muster.plan.ExpectationId;
import muster.plan.Plan;
import muster.plan.Severity;
import muster.plan.Waiver;
import org.jspecify.annotations.Nullable;

/// The waivers of a plan at an instant.
///
/// @param assessments of all expectations
/// @param unwaived figures as if no waiver counted; conditions are about these, so that no waiver depends on another
record Waivers(Plan plan, List<Assessment> assessments, Aggregates unwaived, Instant now) {
    /// Time in which a waiver can be renewed before it ends. Source: the issue that asked for waivers, one week.
    static final Duration NOTICE = Duration.ofDays(7);

    private static final String EXPIRED = "expired-waiver";

    /// The waivers that count, by the unmet expectation they cover; of several the one that ends last.
    Map<ExpectationId, Waiver> inForce(WaiverCondition conditions) {
        var counting = plan.waivers().stream()
                .filter(waiver -> now.isBefore(waiver.expires()))
                .filter(waiver -> holds(waiver.condition(), conditions))
                .toList();
        var inForce = new HashMap<ExpectationId, Waiver>();
        for (var waiver : counting) {
            covered(waiver).filter(Waivers::isUnmet).forEach(each -> inForce.merge(id(each), waiver, Waivers::later));
        }
        return inForce;
    }

    /// What should be done about the waivers themselves.
    List<AuditFinding> findings(WaiverCondition conditions) {
        var findings = new ArrayList<AuditFinding>();
        for (var waiver : plan.waivers()) {
            var covered = covered(waiver).toList();
            life(waiver, covered, conditions).ifPresent(findings::add);
            use(waiver, covered).ifPresent(findings::add);
        }
        return findings;
    }

    private Optional<AuditFinding> life(Waiver waiver, List<Assessment> covered, WaiverCondition conditions) {
        if (!now.isBefore(waiver.expires())) {
            return found(EXPIRED, waiver, "it ended at " + waiver.expires(), covered);
        }
        if (!holds(waiver.condition(), conditions)) {
            return found("dormant-waiver", waiver, "its condition does not hold: " + waiver.condition(), covered);
        }
        return now.plus(NOTICE).isBefore(waiver.expires())
                ? Optional.empty()
                : found("expiring-waiver", waiver, "it ends at " + waiver.expires(), covered);
    }

    private Optional<AuditFinding> use(Waiver waiver, List<Assessment> covered) {
        if (covered.isEmpty()) {
            return found("unused-waiver", waiver, "it covers nothing that the plan expects", covered);
        }
        var met = covered.stream()
                .filter(each -> each.readiness() == Readiness.READY)
                .toList();
        if (met.isEmpty()) {
            return Optional.empty();
        }
        return found("stale-waiver", waiver, met.size() + " of what it covers passes: " + names(met), met);
    }

    private static Optional<AuditFinding> found(String code, Waiver waiver, String what, List<Assessment> covered) {
        return Optional.of(new AuditFinding(
                code,
                code.equals(EXPIRED) ? Severity.P2 : Severity.P3,
                "waiver " + waiver.id() + ": " + what,
                waiver.id().value(),
                covered.stream().flatMap(each -> each.evidenceIds().stream()).toList()));
    }

    private static String names(List<Assessment> assessments) {
        return String.join(
                ", ",
                assessments.stream().limit(5).map(each -> id(each).value()).toList());
    }

    private boolean holds(@Nullable String condition, WaiverCondition conditions) {
        return condition == null || conditions.holds(condition, unwaived);
    }

    private Stream<Assessment> covered(Waiver waiver) {
        return assessments.stream().filter(each -> waiver.covers(id(each)));
    }

    private static boolean isUnmet(Assessment assessment) {
        return switch (assessment.readiness()) {
            case PARTIAL, MISSING, BLOCKED -> true;
            case READY, UNKNOWN -> false;
        };
    }

    private static Waiver later(Waiver one, Waiver other) {
        return other.expires().isAfter(one.expires()) ? other : one;
    }

    private static ExpectationId id(Assessment assessment) {
        return assessment.expectation().id();
    }
}
