package muster.storage;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import muster.run.Recorded;
import muster.run.RunId;

/// Between events and the lines they are kept as.
final class Drafts {
    private Drafts() {}

    static List<Entry.Draft> of(Batch batch) {
        var at = batch.at().toString();
        return IntStream.range(0, batch.events().size())
                .mapToObj(part -> new Entry.Draft(
                        batch.run(),
                        batch.command(),
                        part,
                        at,
                        EventWriter.text(batch.events().get(part))))
                .toList();
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
        return IntStream.range(0, batch.events().size())
                .mapToObj(part -> new Recorded(
                        batch.run(),
                        batch.expectedVersion() + 1 + part,
                        batch.command(),
                        batch.at(),
                        batch.events().get(part)))
                .toList();
    }
}
