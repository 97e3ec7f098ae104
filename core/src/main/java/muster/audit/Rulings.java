package muster.audit;

import muster.plan.Waiver;
import org.jspecify.annotations.Nullable;

/// Rules on unmet expectations.
record Rulings(CriticalPath path) {

    /// None if the expectation is met or nobody knows.
    @Nullable
    Ruling of(Assessment assessment, @Nullable Waiver waiver) {
        return switch (assessment.readiness()) {
            case READY, UNKNOWN -> null;
            case PARTIAL, MISSING, BLOCKED -> unmet(assessment, waiver);
        };
    }

    private Ruling unmet(Assessment assessment, @Nullable Waiver waiver) {
        var expectation = assessment.expectation();
        var onPath = path.of(expectation);
        return new Ruling(
                expectation.need(),
                onPath,
                expectation.workaround(),
                SeverityRule.of(expectation, onPath),
                expectation.override(),
                waiver);
    }
}
