import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import muster.engines.Dispatch;
import muster.engines.JournalDispatch;
import muster.engines.SteadyDispatch;
import muster.engines.SystemClock;
import muster.restate.RestateDispatch;
import muster.run.Command;
import muster.run.Recorded;
import muster.run.RunId;
import muster.storage.ChainCheck;
import muster.storage.ChainHead;
import muster.storage.PostgresAddress;
import muster.storage.PostgresJournal;

/// Tells remarks to runs through a cluster while somebody breaks it, as agents do: what no node brings in time is told
/// in the store. Then looks for each in the journal.
///
///     UnderFaults NODES STORE SECONDS CLIENTS        exit 0 if nothing is lost or doubled and the chain is whole
final class UnderFaults {
    private static final AtomicLong LONGEST = new AtomicLong();
    private static final AtomicLong GIVEN_UP = new AtomicLong();
    private static final AtomicLong PASSED = new AtomicLong();

    private UnderFaults() {}

    static void main(String[] arguments) throws Exception {
        var nodes = List.of(arguments[0].split(",")).stream()
                .map(host -> URI.create("http://" + host + ":8080"))
                .toList();
        long end = System.nanoTime() + Long.parseLong(arguments[2]) * 1_000_000_000;
        var told = new ConcurrentSkipListMap<RunId, List<String>>();
        try (var journal = PostgresJournal.open(PostgresAddress.of(arguments[1]), System.getenv());
                var restate = new RestateDispatch(nodes, "muster", new SystemClock());
                var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            var store = new JournalDispatch(journal, new SystemClock());
            var terms = SteadyDispatch.Terms.usual(_ -> PASSED.incrementAndGet());
            var dispatch = new SteadyDispatch(restate, store, terms);
            var all = IntStream.range(0, Integer.parseInt(arguments[3]))
                    .mapToObj(i -> clients.submit(() -> tellOn(dispatch, new RunId("fault-" + i), told, end)))
                    .toList();
            for (var each : all) {
                each.get();
            }
        }
        System.exit(look(arguments[1], told, Long.parseLong(arguments[2])) ? 0 : 1);
    }

    private static void tellOn(Dispatch dispatch, RunId run, Map<RunId, List<String>> told, long end) {
        var mine = new CopyOnWriteArrayList<String>();
        told.put(run, mine);
        for (int i = 0; System.nanoTime() < end; i++) {
            var key = "k" + i;
            long begun = System.nanoTime();
            tell(dispatch, run, key);
            LONGEST.accumulateAndGet(System.nanoTime() - begun, Math::max);
            mine.add(key);
        }
    }

    /// What was given up is told again with the same key, as an agent would.
    private static void tell(Dispatch dispatch, RunId run, String key) {
        while (true) {
            try {
                dispatch.tell(run, new Command.Note("n", "{}"), key).join();
                return;
            } catch (CompletionException e) {
                System.err.println(run + " " + key + ": " + e.getCause().getMessage());
                GIVEN_UP.incrementAndGet();
            }
        }
    }

    private static boolean look(String store, Map<RunId, List<String>> told, long seconds) {
        try (var journal = PostgresJournal.openReadOnly(PostgresAddress.of(store), System.getenv())) {
            long acknowledged = 0, events = 0, lost = 0, doubled = 0;
            for (var run : told.entrySet()) {
                var kept = new ArrayList<>(journal.read(run.getKey(), 0).stream()
                        .map(Recorded::command)
                        .toList());
                var distinct = new HashSet<>(kept);
                acknowledged += run.getValue().size();
                events += kept.size();
                doubled += kept.size() - distinct.size();
                lost += run.getValue().stream()
                        .filter(key -> !distinct.contains(key))
                        .count();
            }
            var whole = journal.verify(ChainHead.NONE) instanceof ChainCheck.ChainHolds;
            IO.println(String.format(
                    Locale.ROOT,
                    "acknowledged %,d   events %,d   lost %d   doubled %d   chain %s   %.0f /s   longest wait %.1f s   given up and repeated %d   told in the store for a while %d",
                    acknowledged,
                    events,
                    lost,
                    doubled,
                    whole ? "whole" : "BROKEN",
                    (double) acknowledged / seconds,
                    LONGEST.get() / 1e9,
                    GIVEN_UP.get(),
                    PASSED.get()));
            return lost == 0 && doubled == 0 && whole && acknowledged == events;
        }
    }
}
