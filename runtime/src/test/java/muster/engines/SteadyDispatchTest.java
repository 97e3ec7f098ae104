package muster.engines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import muster.run.Command;
import muster.run.Recorded;
import muster.run.RunId;
import muster.storage.JournalUnavailable;
import muster.storage.MemoryJournal;
import muster.storage.Word;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// An engine that does not answer is passed, and nothing is told twice.
@Timeout(30)
class SteadyDispatchTest {
    private static final RunId RUN = new RunId("r1");
    private static final Word REMARK = new Word.ToRun(new Command.Note("remark", "{}"));

    private final HandClock clock = new HandClock();
    private final MemoryJournal journal = new MemoryJournal();
    private final JournalDispatch store = new JournalDispatch(journal, clock);
    private final List<String> said = new CopyOnWriteArrayList<>();
    private final List<CompletableFuture<Told>> asked = new CopyOnWriteArrayList<>();

    @Test
    void aWordThatTheEngineDoesNotBringInTimeIsToldInTheStore() {
        var dispatch = new SteadyDispatch(silent(), store, terms(Duration.ofMillis(20), Duration.ofHours(1)));

        var told = dispatch.tell(RUN, REMARK, "k").join();

        assertThat(told).isEqualTo(new Told.Accepted(journal.told(RUN, "k")));
        assertThat(asked.getFirst()).isCancelled();
        assertThat(said).containsExactly("the engine has not answered for 0.02 s; run r1 is told in the store itself");
    }

    @Test
    void theNextWordsOfTheRunGoToTheStoreFirst() {
        var dispatch = new SteadyDispatch(silent(), store, terms(Duration.ofMillis(20), Duration.ofHours(1)));
        dispatch.tell(RUN, REMARK, "k").join();

        dispatch.tell(RUN, REMARK, "l").join();

        assertThat(asked).hasSize(1);
        assertThat(said).hasSize(1);
        assertThat(journal.read(RUN, 0)).extracting(Recorded::command).containsExactly("k", "l");
    }

    @Test
    void afterAWhileTheEngineIsAskedAgain() {
        var dispatch = new SteadyDispatch(silent(), store, terms(Duration.ofMillis(20), Duration.ZERO));
        dispatch.tell(RUN, REMARK, "k").join();

        dispatch.tell(RUN, REMARK, "l").join();

        assertThat(asked).hasSize(2);
    }

    /// It is the engine that appended, though its answer was lost.
    @Test
    void whatTheEngineBroughtWithoutAnAnswerIsNotToldTwice() {
        var deaf = engine((run, word, key) -> {
            store.tell(run, word, key).join();
            return new CompletableFuture<>();
        });
        var dispatch = new SteadyDispatch(deaf, store, terms(Duration.ofMillis(20), Duration.ofHours(1)));

        var told = dispatch.tell(RUN, REMARK, "k").join();

        assertThat(told).isEqualTo(new Told.Accepted(journal.told(RUN, "k")));
        assertThat(journal.read(RUN, 0)).hasSize(1);
    }

    @Test
    void whatTheEngineRefusesIsToldInTheStoreAtOnce() {
        var refusing = engine((_, _, _) -> CompletableFuture.failedFuture(away("too large")));
        var dispatch = new SteadyDispatch(refusing, store, terms(Duration.ofHours(1), Duration.ofHours(1)));

        assertThat(dispatch.tell(RUN, REMARK, "k").join()).isInstanceOf(Told.Accepted.class);
        assertThat(said).containsExactly("too large; run r1 is told in the store itself");
    }

    @Test
    void theEnginesAnswerIsWaitedForIfTheStoreIsAwayToo() {
        var later = new Told.Accepted(List.of());
        var gone = engine((_, _, _) -> {
            asked.getFirst().complete(later);
            return CompletableFuture.failedFuture(away("the disk is full"));
        });
        var dispatch = new SteadyDispatch(silent(), gone, terms(Duration.ofMillis(20), Duration.ofHours(1)));

        assertThat(dispatch.tell(RUN, REMARK, "k").join()).isSameAs(later);
    }

    @Test
    void theStoreIsAskedAgainAsLongAsTheEngineIsSilent() {
        var refusals = new ArrayDeque<>(List.of("no connection", "still none"));
        var back = engine((run, word, key) -> refusals.isEmpty()
                ? store.tell(run, word, key)
                : CompletableFuture.failedFuture(away(refusals.remove())));
        var dispatch = new SteadyDispatch(silent(), back, terms(Duration.ofMillis(20), Duration.ofHours(1)));

        assertThat(dispatch.tell(RUN, REMARK, "k").join()).isInstanceOf(Told.Accepted.class);
        assertThat(asked).hasSize(1);
        assertThat(said).hasSize(1);
    }

    @Test
    void whatNeitherTakesFailsWithTheReasonOfTheStore() {
        var refusing = engine((_, _, _) -> CompletableFuture.failedFuture(away("too large")));
        var gone = engine((_, _, _) -> CompletableFuture.failedFuture(away("the disk is full")));
        var dispatch = new SteadyDispatch(refusing, gone, terms(Duration.ofHours(1), Duration.ofHours(1)));

        assertThatThrownBy(() -> dispatch.tell(RUN, REMARK, "k").join()).hasRootCauseMessage("the disk is full");
    }

    @Test
    void aTimerThatTheEngineDoesNotKeepIsKeptInTheStore() {
        var refusing = engine((_, _, _) -> CompletableFuture.failedFuture(away("no node")));
        var dispatch = new SteadyDispatch(refusing, store, terms(Duration.ofHours(1), Duration.ofHours(1)));

        dispatch.tellAt(RUN, clock.instant().plusSeconds(60), REMARK, "timer");

        assertThat(journal.nextDue()).isEqualTo(clock.instant().plusSeconds(60));
    }

    private SteadyDispatch.Terms terms(Duration patience, Duration rest) {
        return new SteadyDispatch.Terms(patience, rest, said::add);
    }

    private Dispatch silent() {
        return engine((_, _, _) -> {
            var never = new CompletableFuture<Told>();
            asked.add(never);
            return never;
        });
    }

    private static JournalUnavailable away(String why) {
        return new JournalUnavailable(why, new IllegalStateException(why));
    }

    private interface Telling {
        CompletableFuture<Told> tell(RunId run, Word word, String key);
    }

    private static Dispatch engine(Telling telling) {
        return new Dispatch() {
            @Override
            public CompletableFuture<Told> tell(RunId run, Word word, String key) {
                return telling.tell(run, word, key);
            }

            @Override
            public void tellAt(RunId run, Instant at, Word word, String key) {
                throw away("no node");
            }
        };
    }
}
