package muster.storage;

/// An entry of a journal whose type, version or shape this version of Muster does not know.
public final class UnreadableEntry extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// With what was found.
    public UnreadableEntry(String message) {
        super(message);
    }
}
