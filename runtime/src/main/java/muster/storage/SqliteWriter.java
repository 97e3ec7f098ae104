package muster.storage;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/// The one writer of an SQLite journal: a thread that commits whatever waits as one transaction, so that many runs
/// share
/// one flush of the disk.
final class SqliteWriter implements AutoCloseable {
    /// Most batches in one transaction; more only delays the first of them.
    private static final int MOST_TOGETHER = 256;

    private final Path file;
    private final BlockingQueue<Message> queue = new LinkedBlockingQueue<>();
    private final Thread thread;
    private @Nullable SqliteAppender appender;
    private boolean closed;

    SqliteWriter(Path file) throws SQLException {
        this.file = file;
        this.appender = new SqliteAppender(SqliteFile.forWriting(file));
        this.thread = Thread.ofPlatform().daemon().name("journal-writer").unstarted(this::work);
    }

    void start() {
        thread.start();
    }

    AppendOutcome append(Batch batch) {
        var waiting = new Waiting(batch, Drafts.of(batch), new CompletableFuture<>());
        send(waiting);
        try {
            return waiting.outcome().join();
        } catch (CompletionException e) {
            throw new JournalUnavailable("the journal could not append to run " + batch.run(), e);
        }
    }

    @Override
    public void close() {
        send(new Stop());
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Nothing is accepted after a stop, so nobody waits for a thread that is gone.
    private synchronized void send(Message message) {
        if (!closed) {
            queue.add(message);
        } else if (message instanceof Waiting waiting) {
            waiting.outcome().completeExceptionally(new SQLException("the journal is closed"));
        }
        closed = closed || message instanceof Stop;
    }

    private void work() {
        var open = true;
        while (open) {
            var together = next();
            open = together.removeIf(message -> message instanceof Stop) ? false : open;
            write(together.stream().map(Waiting.class::cast).toList());
        }
        reopenLater();
    }

    private List<Message> next() {
        var together = new ArrayList<Message>();
        while (together.isEmpty()) {
            try {
                together.add(queue.take());
            } catch (InterruptedException e) {
                together.add(new Stop());
            }
        }
        queue.drainTo(together, MOST_TOGETHER - 1);
        return together;
    }

    private void write(List<Waiting> all) {
        if (all.isEmpty()) {
            return;
        }
        try {
            var outcomes = open().append(all);
            for (var i = 0; i < all.size(); i++) {
                all.get(i).outcome().complete(outcomes.get(i));
            }
        } catch (SQLException | RuntimeException e) {
            reopenLater();
            all.forEach(waiting -> waiting.outcome().completeExceptionally(e));
        }
    }

    private SqliteAppender open() throws SQLException {
        if (appender == null) {
            appender = new SqliteAppender(SqliteFile.forWriting(file));
        }
        return appender;
    }

    private void reopenLater() {
        var closing = appender;
        appender = null;
        try {
            if (closing != null) {
                closing.close();
            }
        } catch (SQLException e) {
            // The connection is given up in any case; what made it fail was reported with the write.
        }
    }

    sealed interface Message {}

    record Stop() implements Message {}

    /// A batch whose caller waits for the outcome.
    record Waiting(Batch batch, List<Entry.Draft> drafts, CompletableFuture<AppendOutcome> outcome)
            implements Message {}
}
