package muster.storage;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import muster.run.RunId;
import org.jspecify.annotations.Nullable;

/// What is to be told outside because of a journal, beside it in the same database. How far each run has been looked at
/// moves in the transaction that keeps what was found, so that nothing is left out and nothing is kept twice. Several
/// processes may have it open: what one takes, the others leave alone until its time is over. May be called from any
/// thread; every method throws [JournalUnavailable] if the store refused.
public final class Outbox implements AutoCloseable {
    private final Dialect dialect;

    private Outbox(Dialect dialect) {
        this.dialect = dialect;
    }

    /// Opens it, with tables that are up to date.
    static Outbox open(Dialect dialect, String name) {
        try {
            dialect.writing().close();
            return new Outbox(dialect);
        } catch (SQLException e) {
            dialect.close();
            throw JournalUnavailable.because("cannot open the outbox of " + name, e);
        }
    }

    /// Up to which version a run has been looked at; 0 at first.
    public long seen(RunId run) {
        return read(connection -> DeliveryRows.seen(connection, run));
    }

    /// Keeps what was found in a run after one version up to another.
    ///
    /// @return false if somebody else looked meanwhile; nothing was kept then
    public boolean keep(RunId run, long after, long upTo, List<Delivery> found) {
        return write(connection -> {
            if (!DeliveryRows.move(connection, run, after, upTo)) {
                return false;
            }
            DeliveryRows.insert(connection, found);
            return true;
        });
    }

    /// Takes what is due, the earliest first. Unless it is settled before, it is due again at an instant: whoever took
    /// it may be dead by then.
    ///
    /// @param most how many at most
    public List<Delivery> take(Instant now, Instant again, int most) {
        return write(connection -> DeliveryRows.take(connection, now, again, most));
    }

    /// It was told; it is forgotten.
    public void delivered(Delivery taken) {
        write(connection -> DeliveryRows.remove(connection, taken));
    }

    /// It could not be told.
    ///
    /// @param due when it is tried again; null if it is not
    public void failed(Delivery taken, @Nullable Instant due, String why) {
        write(connection -> DeliveryRows.fail(connection, taken, due, why));
    }

    /// What is not tried any more is tried from an instant on, as if it never had been.
    ///
    /// @return how many
    public int revive(Instant due) {
        return write(connection -> DeliveryRows.revive(connection, due));
    }

    /// All that was not told yet; the earliest first, and last what is not tried any more.
    public List<Delivery> left() {
        return read(DeliveryRows::all);
    }

    /// When the next is due; null if nothing is to be tried.
    public @Nullable Instant nextDue() {
        return read(DeliveryRows::nextDue);
    }

    private <T extends @Nullable Object> T read(Dialect.Query<T> query) {
        try {
            return dialect.read(query);
        } catch (SQLException e) {
            throw JournalUnavailable.because("the outbox could not be read", e);
        }
    }

    private <T extends @Nullable Object> T write(Dialect.Query<T> work) {
        try {
            return dialect.write(work);
        } catch (SQLException e) {
            throw JournalUnavailable.because("the outbox could not be written", e);
        }
    }

    @Override
    public void close() {
        dialect.close();
    }
}
