package muster.storage;

/// The journal could not do it at this time, such as on a full disk. Nothing was appended that was not acknowledged, or
/// it was appended whole: the same batch with the same key may be tried again.
public final class JournalUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// With what was seen.
    public JournalUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
