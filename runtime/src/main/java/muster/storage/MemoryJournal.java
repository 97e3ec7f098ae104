package muster.storage;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import muster.run.Recorded;
import muster.run.RunId;

/// A journal that ends with the process: for tests, trials and simulations.
public final class MemoryJournal implements Journal {
    private final List<Entry> entries = new ArrayList<>();

    @Override
    public synchronized AppendOutcome append(Batch batch) {
        var run = of(batch.run()).toList();
        var earlier = run.stream()
                .filter(entry -> entry.command().equals(batch.command()))
                .mapToLong(Entry::version)
                .max();
        if (earlier.isPresent()) {
            return new AppendOutcome.AlreadyDone(earlier.getAsLong());
        }
        if (run.size() != batch.expectedVersion()) {
            return new AppendOutcome.VersionConflict(run.size());
        }
        for (var draft : Drafts.of(batch)) {
            entries.add(Entry.after(head(), draft, batch.expectedVersion() + 1 + draft.part()));
        }
        return new AppendOutcome.Appended(Drafts.recorded(batch));
    }

    @Override
    public synchronized List<Recorded> read(RunId run, long afterVersion) {
        return of(run).filter(after(afterVersion)).map(Drafts::recorded).toList();
    }

    @Override
    public synchronized List<RunId> runs() {
        return entries.stream().map(Entry::run).distinct().map(RunId::new).toList();
    }

    @Override
    public synchronized ChainHead head() {
        return entries.isEmpty() ? ChainHead.NONE : entries.getLast().head();
    }

    @Override
    public synchronized ChainCheck verify(ChainHead kept) {
        var walk = new ChainWalk(kept);
        entries.forEach(walk::step);
        return walk.end();
    }

    @Override
    public synchronized void export(Consumer<String> line) {
        entries.forEach(entry -> line.accept(entry.json()));
    }

    @Override
    public void close() {}

    private Stream<Entry> of(RunId run) {
        return entries.stream().filter(entry -> entry.run().equals(run.value()));
    }

    private static Predicate<Entry> after(long version) {
        return entry -> entry.version() > version;
    }
}
