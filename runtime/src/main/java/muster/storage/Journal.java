package muster.storage;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import muster.run.Recorded;
import muster.run.RunId;
import org.jspecify.annotations.Nullable;

/// What happened in every run, in one order, each entry chained to the one before by its hash; and what runs are to be
/// told later. Every implementation passes the same contract tests. All methods may be called from any thread.
public interface Journal extends AutoCloseable {

    /// Appends the events of a command and keeps its messages, all or none; once this returns, they survive a crash as
    /// far as the implementation survives one.
    ///
    /// @throws JournalUnavailable if the store refused; the same batch may be tried again
    AppendOutcome append(Batch batch);

    /// The events of a run after a version, in order; 0 for all.
    List<Recorded> read(RunId run, long afterVersion);

    /// The first events of a run after a version, in order.
    ///
    /// @param most how many at most
    List<Recorded> read(RunId run, long afterVersion, int most);

    /// The events of one command of a run, in order; empty if nobody told it that.
    List<Recorded> told(RunId run, String command);

    /// Runs with at least one event, in the order in which they began.
    List<RunId> runs();

    /// The last link of the chain.
    ChainHead head();

    /// Walks the whole chain. `kept` is a head noted earlier, elsewhere; [ChainHead#NONE] if there is none.
    ChainCheck verify(ChainHead kept);

    /// Every entry as one line of JSON, in order; with these lines alone the chain can be verified.
    void export(Consumer<String> line);

    /// Keeps a message; one with the same run and key that is kept already stays as it is.
    void keep(Message message);

    /// Gives messages that are due by an instant, the earliest first, to `teller`, and forgets each that it took
    /// without an exception. Several processes may do so at once. After a crash a message may be given again.
    ///
    /// @param most how many at most
    /// @return how many were taken
    int deliver(Instant now, int most, Consumer<Message> teller);

    /// When the next message is due; null if none is kept.
    @Nullable
    Instant nextDue();

    /// Calls `appended` for runs that have new entries, whichever process appended them, until it is closed. It may be
    /// called once for several entries, and once too often.
    Watch watch(Consumer<RunId> appended);

    @Override
    void close();

    /// Somebody who is told of new entries.
    interface Watch extends AutoCloseable {
        @Override
        void close();
    }
}
