package muster.packs.warehouse.change;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import muster.packs.warehouse.call.Arguments;
import muster.packs.warehouse.usage.Use;

/// What becomes of a view whose time is over and that somebody still uses.
///
/// @param recent a use that is longer ago does not count
record Removal(Policy policy, Duration recent) {
    private static final int RECENT_DAYS = 14;
    private static final int MOST_DAYS = 3650;

    /// What is done with a view that was used recently.
    enum Policy {
        /// It stays, as a decision.
        WAIT,
        /// It is dropped, and told.
        WARN,
        /// It is dropped.
        DROP
    }

    /// The arguments `used` and `recent-days`.
    static Removal of(Arguments arguments) {
        var policy = arguments.oneOf("used", List.of("wait", "warn", "drop")).toUpperCase(Locale.ROOT);
        var days = arguments.number("recent-days", RECENT_DAYS, MOST_DAYS);
        return new Removal(Policy.valueOf(policy), Duration.ofDays(days));
    }

    boolean isRecent(Use use, Instant at) {
        return use.isSince(at.minus(recent));
    }

    /// What a person is asked or told, if anything.
    Optional<String> question(Use use, Instant at) {
        if (policy == Policy.DROP || !isRecent(use, at)) {
            return Optional.empty();
        }
        return Optional.of(
                policy == Policy.WAIT
                        ? "its time is over, and it is still %s: have its readers moved? Maybe then say used=drop"
                                .formatted(use)
                        : "it was dropped although it was still " + use);
    }
}
