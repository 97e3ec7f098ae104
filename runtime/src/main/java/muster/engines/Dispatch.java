package muster.engines;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import muster.run.Command;
import muster.run.RunId;
import muster.storage.Word;

/// Brings words to runs and their teams: one at a time for each run, each at least once, also across crashes. That is
/// all that an engine has to promise; that a word which is brought twice, late or by an engine that was taken for dead
/// has one effect or none is the store's promise, by keys, versions and fences.
///
/// Where the word is told, what is due by then is told before it and what follows from it after it, and a timer is kept
/// with its events for the next instant at which something follows.
public interface Dispatch {

    /// Tells a run, or its team, a word. It may be told by the caller's thread before this returns. The answer
    /// fails with [muster.storage.JournalUnavailable] if the store refused; nobody knows then whether the word took
    /// effect, and telling it again with the same key is safe.
    ///
    /// @param key names the word within the run, so that telling it twice has one effect; shape as in
    ///     [muster.storage.Batch]
    CompletableFuture<Told> tell(RunId run, Word word, String key);

    /// Has a word told at an instant, never before it. Once this returns, the word is kept; keeping one with the same
    /// run and key again changes nothing.
    ///
    /// @throws muster.storage.JournalUnavailable if it could not be kept
    void tellAt(RunId run, Instant at, Word word, String key);

    /// Tells a run a command.
    default CompletableFuture<Told> tell(RunId run, Command command, String key) {
        return tell(run, new Word.ToRun(command), key);
    }

    /// Has a run told a command at an instant.
    default void tellAt(RunId run, Instant at, Command command, String key) {
        tellAt(run, at, new Word.ToRun(command), key);
    }
}
