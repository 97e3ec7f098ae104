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
import java.util.stream.Stream;
import muster.run.Recorded;
import muster.run.RunId;
import org.jspecify.annotations.Nullable;

/// A journal that ends with the process: for tests, trials and simulations.
public final class MemoryJournal implements Journal {
    private final List<CommandRow> rows = new ArrayList<>();
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
        var runs = new HashMap<String, Extent>();
        var said = new HashMap<Known.Said, Long>();
        of(batch.run()).forEach(row -> {
            runs.put(row.run(), new Extent(row.began(), row.version()));
            if (row.command().equals(batch.command())) {
                said.put(Known.Said.of(batch), row.version());
            }
        });
        var group = new AppendGroup(head(), new Known(runs, said));
        var outcome = group.add(Draft.of(batch));
        rows.addAll(group.rows());
        group.messages().forEach(this::keep);
        return outcome;
    }

    @Override
    public synchronized List<Recorded> read(RunId run, long afterVersion) {
        return read(run, afterVersion, Integer.MAX_VALUE);
    }

    @Override
    public synchronized List<Recorded> read(RunId run, long afterVersion, int most) {
        return of(run).filter(row -> row.version() > afterVersion)
                .flatMap(row -> row.recorded().stream())
                .filter(recorded -> recorded.version() > afterVersion)
                .limit(most)
                .toList();
    }

    @Override
    public synchronized List<Recorded> told(RunId run, String command) {
        return of(run).filter(row -> row.command().equals(command))
                .flatMap(row -> row.recorded().stream())
                .toList();
    }

    @Override
    public synchronized List<RunId> runs() {
        return rows.stream().map(CommandRow::run).distinct().map(RunId::new).toList();
    }

    @Override
    public synchronized ChainHead head() {
        return rows.isEmpty() ? ChainHead.NONE : rows.getLast().head();
    }

    @Override
    public synchronized ChainCheck verify(ChainHead kept) {
        var walk = new ChainWalk(kept);
        rows.forEach(walk::step);
        return walk.end();
    }

    @Override
    public synchronized void export(Consumer<String> line) {
        var lines = new ExportLines(line);
        rows.forEach(lines::add);
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

    private Stream<CommandRow> of(RunId run) {
        return rows.stream().filter(row -> row.run().equals(run.value()));
    }
}
