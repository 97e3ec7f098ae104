package muster.engines;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import muster.run.RunId;
import muster.storage.JournalUnavailable;
import muster.storage.Word;

/// Tells words through an engine, and tells the store itself what the engine does not bring in time or not at all.
/// Whoever comes second finds the key of the word in the journal, so it has one effect however often it arrives. The
/// words of a run that was told so once go to the store first for a while. If the store is away, too, both are waited
/// for.
public final class SteadyDispatch implements Dispatch {
    private final Dispatch engine;
    private final Dispatch store;
    private final Terms terms;
    private final Map<RunId, Long> passed = new ConcurrentHashMap<>();

    /// @param store tells the journal; stays open
    public SteadyDispatch(Dispatch engine, Dispatch store, Terms terms) {
        this.engine = engine;
        this.store = store;
        this.terms = terms;
    }

    /// When the engine is passed.
    ///
    /// @param patience how long it may take to answer
    /// @param rest how long the words of a run then go to the store first
    /// @param says is told why, once in each such time
    public record Terms(Duration patience, Duration rest, Consumer<String> says) {
        /// An engine that has lost a node answers again after 3 to 7 s; a store, a lock of which a lost machine holds,
        /// after 4. A run is to go on 10 s after the loss.
        private static final Duration USUAL = Duration.ofSeconds(6);

        private static final Duration USUAL_REST = Duration.ofSeconds(30);

        /// Those that hold unless a test has others.
        public static Terms usual(Consumer<String> says) {
            return new Terms(USUAL, USUAL_REST, says);
        }
    }

    @Override
    public CompletableFuture<Told> tell(RunId run, Word word, String key) {
        return isPassed(run)
                ? stored(run, word, key).exceptionallyCompose(_ -> brought(engine.tell(run, word, key), run, word, key))
                : brought(engine.tell(run, word, key), run, word, key);
    }

    /// By the engine; by the store once patience ends, again and again while neither has an answer.
    private CompletableFuture<Told> brought(CompletableFuture<Told> asked, RunId run, Word word, String key) {
        return asked.copy()
                .orTimeout(terms.patience().toNanos(), TimeUnit.NANOSECONDS)
                .exceptionallyCompose(why -> {
                    pass(run, why);
                    var stored = stored(run, word, key);
                    return stored.whenComplete((_, trouble) -> {
                                if (trouble == null) {
                                    asked.cancel(true);
                                }
                            })
                            .exceptionallyCompose(
                                    _ -> asked.isCompletedExceptionally() ? stored : brought(asked, run, word, key));
                });
    }

    /// What is there already was brought by the engine, whose answer was not waited for.
    private CompletableFuture<Told> stored(RunId run, Word word, String key) {
        return store.tell(run, word, key).thenApply(told -> told instanceof Told.AlreadyTold(var first) ? first : told);
    }

    @Override
    public void tellAt(RunId run, Instant at, Word word, String key) {
        try {
            engine.tellAt(run, at, word, key);
        } catch (JournalUnavailable why) {
            pass(run, why);
            store.tellAt(run, at, word, key);
        }
    }

    private boolean isPassed(RunId run) {
        var until = passed.get(run);
        if (until != null && System.nanoTime() - until >= 0) {
            passed.remove(run, until);
            return false;
        }
        return until != null;
    }

    private void pass(RunId run, Throwable why) {
        if (passed.put(run, System.nanoTime() + terms.rest().toNanos()) == null) {
            terms.says().accept(words(why) + "; run " + run + " is told in the store itself");
        }
    }

    private String words(Throwable why) {
        var cause = why instanceof CompletionException wrapped && wrapped.getCause() != null ? wrapped.getCause() : why;
        return cause instanceof TimeoutException
                ? "the engine has not answered for " + terms.patience().toMillis() / 1000.0 + " s"
                : String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    }
}
