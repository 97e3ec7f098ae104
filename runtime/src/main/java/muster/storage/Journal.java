package muster.storage;

import java.util.List;
import java.util.function.Consumer;
import muster.run.Recorded;
import muster.run.RunId;

/// What happened in every run, in one order, each entry chained to the one before by its hash. Every implementation
/// passes the same contract tests. All methods may be called from any thread.
public interface Journal extends AutoCloseable {

    /// Appends the events of a command, all or none; once this returns, they survive a crash as far as the
    /// implementation survives one.
    ///
    /// @throws JournalUnavailable if the store refused; the same batch may be tried again
    AppendOutcome append(Batch batch);

    /// The events of a run after a version, in order; 0 for all.
    List<Recorded> read(RunId run, long afterVersion);

    /// Runs with at least one event, in the order in which they began.
    List<RunId> runs();

    /// The last link of the chain.
    ChainHead head();

    /// Walks the whole chain. `kept` is a head noted earlier, elsewhere; [ChainHead#NONE] if there is none.
    ChainCheck verify(ChainHead kept);

    /// Every entry as one line of JSON, in order; with these lines alone the chain can be verified.
    void export(Consumer<String> line);

    @Override
    void close();
}
