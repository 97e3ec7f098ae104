package muster.engines;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import muster.run.Command;
import muster.run.RunId;

/// Brings commands to runs: one at a time for each run, each at least once, also across crashes. That is all that an
/// engine has to promise; that a command which is brought twice, late or by an engine that was taken for dead has one
/// effect or none is the store's promise, by keys, versions and fences.
public interface Dispatch {

    /// Tells a run a command. The answer fails with [muster.storage.JournalUnavailable] if the store refused; nobody
    /// knows then whether the command took effect, and telling it again with the same key is safe.
    ///
    /// @param key names the command within the run, so that telling it twice has one effect; shape as in
    ///     [muster.storage.Batch]
    CompletableFuture<Told> tell(RunId run, Command command, String key);

    /// Has a run told a command at an instant, never before it. Once this returns, the command is kept; keeping one
    /// with the same run and key again changes nothing.
    ///
    /// @throws muster.storage.JournalUnavailable if it could not be kept
    void tellAt(RunId run, Instant at, Command command, String key);
}
