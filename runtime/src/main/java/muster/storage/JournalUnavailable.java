package muster.storage;

import org.jspecify.annotations.Nullable;

/// The journal could not do it at this time, such as on a full disk. Nothing was appended that was not acknowledged, or
/// it was appended whole: the same batch with the same key may be tried again.
public final class JournalUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// With what was seen.
    public JournalUnavailable(String message, Throwable cause) {
        super(message, cause);
    }

    /// With what the operator can do about it, where the cause tells.
    static JournalUnavailable because(String what, @Nullable Throwable cause) {
        var known = cause == null ? new IllegalStateException("no cause was given") : cause;
        return new JournalUnavailable(what + ": " + Trouble.words(known), known);
    }
}
