package muster.audit;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import muster.facts.Fact;
import muster.facts.Truth;
import muster.facts.WorldState;
import org.jspecify.annotations.Nullable;

/// Assessments as facts about the world.
final class ReadinessFacts {
    private ReadinessFacts() {}

    static WorldState of(List<Assessment> assessments, Instant at) {
        var world = WorldState.EMPTY;
        for (var assessment : assessments) {
            world = world.with(fact(assessment, at));
        }
        return world;
    }

    private static Fact fact(Assessment assessment, Instant at) {
        var truth = truth(assessment.readiness());
        return new Fact(
                assessment.expectation().fact(), truth, assessment.evidenceIds(), at, expiry(assessment, truth));
    }

    private static Truth truth(Readiness readiness) {
        return switch (readiness) {
            case READY -> Truth.TRUE;
            case PARTIAL, MISSING, BLOCKED -> Truth.FALSE;
            case UNKNOWN -> Truth.UNKNOWN;
        };
    }

    private static @Nullable Instant expiry(Assessment assessment, Truth truth) {
        return truth == Truth.UNKNOWN
                ? null
                : assessment.evidence().stream()
                        .map(Evidence::expires)
                        .min(Comparator.naturalOrder())
                        .orElse(null);
    }
}
