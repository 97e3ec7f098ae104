package muster.coordination;

import java.time.Instant;
import java.util.List;
import muster.plan.HandOff;
import muster.plan.RiskLevel;
import muster.plan.TaskId;
import org.jspecify.annotations.Nullable;

/// What the plan says already of a hand-off that is owed, for whoever offers it to complete.
public final class HandOffDraft {
    private static final CheckRun NOT_RUN = new CheckRun("what was checked", CheckStatus.NOT_RUN);

    private HandOffDraft() {}

    /// A note that no rule accepts yet, since its check was not run; null if no such hand-off is owed.
    ///
    /// @param owed names the hand-off in the plan
    public static @Nullable HandOffNote of(CoordinationState state, String owed, Instant now) {
        return HandOffRules.owed(state).stream()
                .filter(each -> each.id().value().equals(owed))
                .findFirst()
                .map(each -> of(state, each, now))
                .orElse(null);
    }

    private static HandOffNote of(CoordinationState state, HandOff owed, Instant now) {
        var after = owed.after();
        var made = after == null
                ? List.<String>of()
                : state.run().plan().step(after).terms().deliverables();
        return new HandOffNote(
                HandOffRules.next(state, owed.from(), now),
                owed.from(),
                owed.to(),
                after == null ? owed.id().value() : after.value(),
                (made.isEmpty() ? List.of(owed.title()) : made)
                        .stream().map(what -> new Delivered(what, null)).toList(),
                List.of(),
                List.of(NOT_RUN),
                RiskLevel.LOW,
                next(state, owed.before()),
                owed.id());
    }

    private static String next(CoordinationState state, @Nullable TaskId before) {
        return before == null
                ? "what the receiver does next"
                : state.run().plan().step(before).title();
    }
}
