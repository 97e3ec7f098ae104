package muster.packs.warehouse.call;

/// A call that cannot be carried out as it is written; the message says which argument is wrong and what it may be.
public final class WrongArgument extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public WrongArgument(String message) {
        super(message);
    }
}
