package muster.wiring;

/// Something that a process does beside its own work, once it is opened.
public interface Sideline extends AutoCloseable {

    /// Does it until that is closed.
    Underway begin();

    @Override
    void close();

    /// What was begun.
    interface Underway extends AutoCloseable {
        @Override
        void close();
    }
}
