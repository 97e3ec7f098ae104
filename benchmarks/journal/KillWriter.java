import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import muster.engines.JournalDispatch;
import muster.engines.SystemClock;
import muster.engines.Told;
import muster.run.Command;
import muster.run.RunId;
import muster.storage.JournalUnavailable;

/// The process that is killed: tells notes to eight runs of its own at once, each with a key that names it, and
/// prints a line for each that was acknowledged. Arguments: FILE-OR-ADDRESS FIRST-NUMBER
final class KillWriter {
    private static final int RUNS = 8;

    public static void main(String[] arguments) {
        var next = new AtomicLong(Long.parseLong(arguments[1]));
        var journal = KillJournal.open(arguments[0]);
        var dispatch = new JournalDispatch(journal, new SystemClock());
        var threads = new java.util.ArrayList<Thread>();
        for (int i = 0; i < RUNS; i++) {
            var run = new RunId("run-" + i + "-" + arguments[1]);
            threads.add(Thread.ofVirtual().start(() -> {
                while (true) {
                    tell(dispatch, run, "k" + next.getAndIncrement());
                }
            }));
        }
        for (var thread : List.copyOf(threads)) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /// Again with the same key until it is acknowledged.
    private static void tell(JournalDispatch dispatch, RunId run, String key) {
        while (true) {
            try {
                var told =
                        dispatch.tell(run, new Command.Note("kill", key), key).join();
                if (told instanceof Told.Refused) {
                    throw new IllegalStateException(told.toString());
                }
                System.out.println(run + " " + key);
                return;
            } catch (java.util.concurrent.CompletionException e) {
                if (!(e.getCause() instanceof JournalUnavailable)) {
                    throw e;
                }
            }
        }
    }
}
