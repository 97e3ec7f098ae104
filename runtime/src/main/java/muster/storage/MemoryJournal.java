package muster.storage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import muster.run.Recorded;
import muster.run.RunId;
import org.jspecify.annotations.Nullable;

/// A journal that ends with the process: for tests, trials and simulations.
public final class MemoryJournal implements Journal {
    private final List<Entry> entries = new ArrayList<>();
    private final Map<Known.Said, Message> messages = new LinkedHashMap<>();
    private final List<Consumer<RunId>> watches = new CopyOnWriteArrayList<>();

    @Override
    public AppendOutcome append(Batch batch) {
        var outcome = appended(batch);
        if (outcome instanceof AppendOutcome.Appended(var events) && !events.isEmpty()) {
            watches.forEach(watch -> watch.accept(batch.run()));
        }
        return outcome;
    }

    private synchronized AppendOutcome appended(Batch batch) {
        var run = of(batch.run()).toList();
        var said = new HashMap<Known.Said, Long>();
        run.stream()
                .filter(entry -> entry.command().equals(batch.command()))
                .forEach(entry -> said.put(Known.Said.of(batch), entry.version()));
        var group = new AppendGroup(head(), new Known(Map.of(batch.run().value(), (long) run.size()), said));
        var outcome = group.add(batch, Drafts.of(batch));
        entries.addAll(group.entries());
        group.messages().forEach(this::keep);
        return outcome;
    }

    @Override
    public synchronized List<Recorded> read(RunId run, long afterVersion) {
        return read(run, afterVersion, Integer.MAX_VALUE);
    }

    @Override
    public synchronized List<Recorded> read(RunId run, long afterVersion, int most) {
        return of(run).filter(after(afterVersion))
                .limit(most)
                .map(Drafts::recorded)
                .toList();
    }

    @Override
    public synchronized List<Recorded> told(RunId run, String command) {
        return of(run).filter(entry -> entry.command().equals(command))
                .map(Drafts::recorded)
                .toList();
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
    public synchronized void keep(Message message) {
        messages.putIfAbsent(new Known.Said(message.run().value(), message.key()), message);
    }

    @Override
    public int deliver(Instant now, int most, Consumer<Message> teller) {
        var round = Round.of(due(now, most), teller);
        round.told().forEach(this::forget);
        return round.count();
    }

    private synchronized List<Message> due(Instant now, int most) {
        return messages.values().stream()
                .filter(message -> !message.due().isAfter(now))
                .sorted(Comparator.comparing(Message::due))
                .limit(most)
                .toList();
    }

    private synchronized void forget(Message message) {
        messages.remove(new Known.Said(message.run().value(), message.key()));
    }

    @Override
    public synchronized @Nullable Instant nextDue() {
        return messages.values().stream()
                .map(Message::due)
                .min(Instant::compareTo)
                .orElse(null);
    }

    @Override
    public Watch watch(Consumer<RunId> appended) {
        watches.add(appended);
        return () -> watches.remove(appended);
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
