package muster.packs.warehouse.prove;

/// A step of a proof did not do what it should.
final class Unproved extends Exception {
    private static final long serialVersionUID = 1L;

    Unproved(String message) {
        super(message);
    }
}
