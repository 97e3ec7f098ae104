import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import muster.engines.JournalDispatch;
import muster.engines.SystemClock;
import muster.storage.Journal;
import muster.storage.PostgresAddress;
import muster.storage.PostgresJournal;
import muster.storage.SqliteJournal;

/// Durable transitions a second, on one disk in one go: by hand in SQLite and ours embedded, one right after the other
/// for each number of clients; ours on PostgreSQL.
/// Arguments: FOLDER SECONDS CLIENTS [ADDRESS]
final class JournalBench {
    private static final int WARM_CLIENTS = 64;

    public static void main(String[] arguments) throws Exception {
        var folder = Path.of(arguments[0]);
        var seconds = Double.parseDouble(arguments[1]);
        var clients =
                List.of(arguments[2].split(",")).stream().map(Integer::parseInt).toList();
        warm(folder, seconds);
        disk(folder);
        var floors = new HashMap<Integer, Double>();
        for (int count : clients) {
            for (var rows : Floor.Rows.values()) {
                try (var floor = new Floor(folder.resolve(rows + "-" + count + ".db"), rows)) {
                    var figures = Load.of(rows.what(), count, seconds, floor::client);
                    floors.putIfAbsent(count, figures.perSecond());
                    System.out.println(figures);
                }
            }
            try (var journal = SqliteJournal.open(folder.resolve("ours-" + count + ".db"))) {
                ours("Muster embedded", journal, count, seconds, floors);
            }
        }
        if (arguments.length > 3) {
            for (int count : clients) {
                try (var journal = PostgresJournal.open(PostgresAddress.of(arguments[3]), System.getenv())) {
                    ours("Muster on PostgreSQL", journal, count, seconds, Map.of());
                }
            }
        }
        disk(folder);
    }

    private static void ours(String what, Journal journal, int clients, double seconds, Map<Integer, Double> floors)
            throws Exception {
        var tasks = Ours.TASKS.get();
        var events = journal.head().sequence();
        var dispatch = new JournalDispatch(journal, new SystemClock());
        var figures = Load.of(what, clients, seconds, _ -> new Ours(dispatch));
        var span = seconds * 4 / 3;
        System.out.printf(
                Locale.ROOT,
                "%s   %6.0f tasks/s %6.0f events/s%s%n",
                figures,
                (Ours.TASKS.get() - tasks) / span,
                (journal.head().sequence() - events) / span,
                floors.containsKey(clients)
                        ? String.format(Locale.ROOT, "  %.2f of by hand", figures.perSecond() / floors.get(clients))
                        : "");
    }

    /// Both are compiled before anything is measured: on two cores the compiler would take half of what there is,
    /// and of ours there is more to compile.
    private static void warm(Path folder, double seconds) throws Exception {
        for (var rows : Floor.Rows.values()) {
            try (var floor = new Floor(folder.resolve("warm-" + rows + ".db"), rows)) {
                Load.of("warm", WARM_CLIENTS, seconds, floor::client);
            }
        }
        try (var journal = SqliteJournal.open(folder.resolve("warm-ours.db"))) {
            var dispatch = new JournalDispatch(journal, new SystemClock());
            Load.of("warm", WARM_CLIENTS, 2 * seconds, _ -> new Ours(dispatch));
        }
    }

    private static void disk(Path folder) throws Exception {
        System.out.printf(Locale.ROOT, "disk: %.3f ms a flush (median of 200)%n", Flush.median(folder));
    }
}
