package muster.desk;

/// A field of a call is missing, or not what it should be. The desk answers with it.
public final class WrongField extends RuntimeException {
    private static final long serialVersionUID = 1;

    /// @param what says what is wrong, for whoever called
    public WrongField(String what) {
        super(what);
    }
}
