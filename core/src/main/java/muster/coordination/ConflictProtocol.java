package muster.coordination;

import java.time.Duration;
import java.util.Objects;
import muster.plan.ConflictKind;
import muster.plan.Rotation;

/// The clocks by which a kind of conflict is settled: those of the charter, or else those of seed 004.
///
/// @param timeBox longest turn
record ConflictProtocol(Duration timeBox, Duration escalateAfter, Duration reviewAfter, Rotation rotation) {
    private static final Duration TIME_BOX = Duration.ofHours(4);
    private static final Duration ESCALATE_AFTER = Duration.ofDays(1);
    private static final Duration REVIEW_AFTER = Duration.ofDays(2);

    static ConflictProtocol of(Charter charter, ConflictKind kind) {
        return charter.conflicts().stream()
                .filter(rule -> rule.kind() == kind)
                .findFirst()
                .map(rule -> new ConflictProtocol(
                        Objects.requireNonNullElse(rule.timeBox(), TIME_BOX),
                        Objects.requireNonNullElse(rule.escalateAfter(), ESCALATE_AFTER),
                        Objects.requireNonNullElse(rule.reviewAfter(), REVIEW_AFTER),
                        rule.rotation()))
                .orElseGet(() -> new ConflictProtocol(TIME_BOX, ESCALATE_AFTER, REVIEW_AFTER, Rotation.DAILY));
    }
}
