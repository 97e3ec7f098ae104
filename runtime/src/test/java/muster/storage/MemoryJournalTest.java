package muster.storage;

class MemoryJournalTest implements JournalContract {

    @Override
    public Journal journal() {
        return new MemoryJournal();
    }
}
