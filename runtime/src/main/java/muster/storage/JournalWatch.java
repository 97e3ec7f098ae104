package muster.storage;

import java.util.function.Consumer;
import muster.run.RunId;

/// Looks for entries after the last one seen, whenever there may be some. Because it goes by their numbers, nothing is
/// missed when a notification is.
final class JournalWatch implements Journal.Watch {
    private final JdbcJournal journal;
    private final Dialect dialect;
    private final Consumer<RunId> appended;
    private final Thread thread;
    private long seen;
    private volatile boolean closed;

    private JournalWatch(JdbcJournal journal, Dialect dialect, Consumer<RunId> appended) {
        this.journal = journal;
        this.dialect = dialect;
        this.appended = appended;
        this.seen = journal.head().sequence();
        this.thread = Thread.ofPlatform().daemon().name("journal-watch").unstarted(this::work);
    }

    static JournalWatch begin(JdbcJournal journal, Dialect dialect, Consumer<RunId> appended) {
        var watch = new JournalWatch(journal, dialect, appended);
        watch.thread.start();
        return watch;
    }

    private void work() {
        try (var bell = dialect.bell()) {
            while (!closed) {
                look();
                bell.await();
            }
        } catch (InterruptedException e) {
            closed = true;
        }
    }

    private void look() {
        try {
            var now = journal.head().sequence();
            if (now > seen) {
                journal.runsAfter(seen).forEach(appended);
                seen = now;
            }
        } catch (JournalUnavailable e) {
            // What is unavailable now is looked at again when the bell rings.
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }
}
