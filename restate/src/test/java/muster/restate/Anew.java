package muster.restate;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import muster.engines.Dispatch;
import muster.engines.JournalDispatch;
import muster.engines.Told;
import muster.run.RunId;
import muster.storage.Journal;
import muster.storage.Word;

/// A dispatch over a journal that can forget all it knows of runs, as if its process had begun anew.
final class Anew implements Dispatch {
    private final Journal journal;
    private final InstantSource clock;
    private volatile JournalDispatch present;

    Anew(Journal journal, InstantSource clock) {
        this.journal = journal;
        this.clock = clock;
        this.present = new JournalDispatch(journal, clock);
    }

    void forget() {
        present.close();
        present = new JournalDispatch(journal, clock);
    }

    Journal journal() {
        return journal;
    }

    void deliver() {
        present.deliver();
    }

    @Override
    public CompletableFuture<Told> tell(RunId run, Word word, String key) {
        return present.tell(run, word, key);
    }

    @Override
    public void tellAt(RunId run, Instant at, Word word, String key) {
        present.tellAt(run, at, word, key);
    }
}
