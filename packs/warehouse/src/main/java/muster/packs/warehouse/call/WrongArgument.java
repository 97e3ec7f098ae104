package muster.packs.warehouse.call;

/// A call that cannot be carried out as it is written; the message says which argument is wrong and what it may be.
public sealed class WrongArgument extends RuntimeException permits MissingFile {
    private static final long serialVersionUID = 1L;

    public WrongArgument(String message) {
        super(message);
    }
}
