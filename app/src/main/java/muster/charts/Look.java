package muster.charts;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// How drawings look.
///
/// @param today where a line marks the present; null means that none does
public record Look(Theme theme, @Nullable Instant today) {
    /// As the reader's system is set, without a line for today.
    public static final Look PLAIN = new Look(Theme.AUTO, null);

    /// Which colours are used.
    public enum Theme {
        /// As the reader's system is set.
        AUTO,
        LIGHT,
        DARK;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
