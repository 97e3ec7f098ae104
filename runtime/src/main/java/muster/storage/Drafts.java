package muster.storage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import muster.run.Recorded;
import muster.run.RunId;

/// Between events and the lines they are kept as.
final class Drafts {
    private Drafts() {}

    static List<Entry.Draft> of(Batch batch) {
        var at = batch.at().toString();
        var drafts = new ArrayList<Entry.Draft>(batch.events().size());
        for (var event : batch.events()) {
            drafts.add(new Entry.Draft(batch.run(), batch.command(), drafts.size(), at, EventWriter.text(event)));
        }
        return drafts;
    }

    static Recorded recorded(Entry entry) {
        return new Recorded(
                new RunId(entry.run()),
                entry.version(),
                entry.command(),
                Instant.parse(entry.at()),
                EventReader.event(entry.payload()));
    }

    static List<Recorded> recorded(Batch batch) {
        var recorded = new ArrayList<Recorded>(batch.events().size());
        var version = batch.expectedVersion();
        for (var event : batch.events()) {
            version++;
            recorded.add(new Recorded(batch.run(), version, batch.command(), batch.at(), event));
        }
        return recorded;
    }
}
