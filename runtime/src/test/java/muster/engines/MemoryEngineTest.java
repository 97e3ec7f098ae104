package muster.engines;

import java.util.EnumMap;
import java.util.Map;
import muster.storage.Journal;
import muster.storage.MemoryJournal;

/// A memory journal ends with its process, so a restarted server goes on with the same one.
class MemoryEngineTest implements EngineContract {
    private final Map<Manner, Journal> journals = new EnumMap<>(Manner.class);

    @Override
    public Server server(Manner manner, HandClock clock) {
        return new JournalServer(journals.computeIfAbsent(manner, _ -> new MemoryJournal()), clock, _ -> {});
    }
}
