package muster.engines;

import java.util.function.Consumer;
import muster.storage.Journal;

/// A server that is nothing but a journal and a dispatch over it.
///
/// @param after what becomes of the journal when the server stops
record JournalServer(Journal journal, JournalDispatch ours, Consumer<Journal> after) implements EngineContract.Server {
    JournalServer(Journal journal, RunClock clock, Consumer<Journal> after) {
        this(journal, new JournalDispatch(journal, clock), after);
    }

    @Override
    public Dispatch dispatch() {
        return ours;
    }

    @Override
    public void deliver() {
        ours.deliver();
    }

    @Override
    public void close() {
        ours.close();
        after.accept(journal);
    }
}
