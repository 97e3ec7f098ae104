package muster.engines;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import muster.run.Command;
import muster.run.Recorded;
import muster.run.RunId;
import muster.storage.JournalUnavailable;
import muster.storage.MemoryJournal;
import org.junit.jupiter.api.Test;

class JournalDispatchTest {
    private static final RunId RUN = new RunId("r1");

    private final HandClock clock = new HandClock();
    private final MemoryJournal journal = new MemoryJournal();

    @Test
    void commandsOfOneRunAreToldOneAfterTheOther() {
        try (var dispatch = new JournalDispatch(journal, clock)) {
            var answers = new ArrayList<CompletableFuture<Told>>();
            for (var i = 0; i < 50; i++) {
                answers.add(dispatch.tell(RUN, new Command.Note("n", "note " + i), "k" + i));
            }
            answers.forEach(CompletableFuture::join);

            assertThat(journal.read(RUN, 0))
                    .extracting(Recorded::command)
                    .containsExactlyElementsOf(
                            IntStream.range(0, 50).mapToObj(i -> "k" + i).toList());
        }
    }

    @Test
    void aStartedDispatchDeliversWhatIsDueByItself() throws Exception {
        var appended = new LinkedBlockingQueue<RunId>();
        try (var _ = journal.watch(appended::add);
                var dispatch = new JournalDispatch(journal, clock).start()) {
            dispatch.tellAt(RUN, clock.instant(), new Command.Note("n", "due"), "timer");

            assertThat(appended.poll(10, TimeUnit.SECONDS)).isEqualTo(RUN);
            assertThat(journal.told(RUN, "timer")).hasSize(1);
        }
    }

    @Test
    void aTimerOutlivesTheDispatchThatSetIt() {
        try (var first = new JournalDispatch(journal, clock)) {
            first.tellAt(RUN, clock.instant().plusSeconds(60), new Command.Note("n", "due"), "timer");
        }
        clock.move(Duration.ofMinutes(2));

        try (var second = new JournalDispatch(journal, clock)) {
            assertThat(second.deliver()).isEqualTo(1);
            assertThat(second.deliver()).isZero();
        }
        assertThat(journal.told(RUN, "timer")).hasSize(1);
    }

    @Test
    void aRunIsReadAgainAfterTheStoreRefused() {
        var refusals = new ArrayList<>(List.of("refuse"));
        var interrupting = new InterruptingClock(clock, refusals);
        try (var dispatch = new JournalDispatch(journal, interrupting)) {
            assertThat(dispatch.tell(RUN, new Command.Note("n", "a"), "a"))
                    .failsWithin(10, TimeUnit.SECONDS)
                    .withThrowableThat()
                    .withCauseInstanceOf(JournalUnavailable.class);

            assertThat(dispatch.tell(RUN, new Command.Note("n", "a"), "a").join())
                    .isInstanceOf(Told.Accepted.class);
        }
    }

    /// Stands for a store that refuses, because the clock is asked within the same step.
    private record InterruptingClock(HandClock clock, List<String> refusals) implements InstantSource {
        @Override
        public Instant instant() {
            if (!refusals.isEmpty()) {
                throw new JournalUnavailable(refusals.removeFirst(), new IllegalStateException());
            }
            return clock.instant();
        }
    }
}
