package muster.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import muster.run.Command;
import muster.run.Event;
import muster.run.Recorded;
import muster.run.RunId;
import org.junit.jupiter.api.Test;

/// What every journal promises.
interface JournalContract {
    RunId RUN = new RunId("r1");
    Instant AT = Instant.parse("2026-01-05T09:00:00.123456789Z");

    /// An empty journal.
    Journal journal();

    @Test
    default void whatIsAppendedIsReadInOrder() {
        try (var journal = journal()) {
            journal.append(batch(0, "one", "a", "b"));
            journal.append(batch(2, "two", "c"));

            assertThat(journal.read(RUN, 0))
                    .containsExactly(
                            new Recorded(RUN, 1, "one", AT, note("a")),
                            new Recorded(RUN, 2, "one", AT, note("b")),
                            new Recorded(RUN, 3, "two", AT, note("c")));
            assertThat(journal.read(RUN, 2)).extracting(Recorded::version).containsExactly(3L);
        }
    }

    @Test
    default void anAppendAnswersWithWhatWillBeRead() {
        try (var journal = journal()) {
            var outcome = journal.append(batch(0, "one", "a", "b"));

            assertThat(outcome).isEqualTo(new AppendOutcome.Appended(journal.read(RUN, 0)));
        }
    }

    @Test
    default void aBatchDecidedOnAnOldVersionIsNotAppended() {
        try (var journal = journal()) {
            journal.append(batch(0, "one", "a", "b"));

            var outcome = journal.append(batch(1, "two", "c"));

            assertThat(outcome).isEqualTo(new AppendOutcome.VersionConflict(2));
            assertThat(journal.head().sequence()).isEqualTo(2);
        }
    }

    @Test
    default void aBatchOfTheFutureIsNotAppended() {
        try (var journal = journal()) {
            assertThat(journal.append(batch(1, "one", "a"))).isEqualTo(new AppendOutcome.VersionConflict(0));
        }
    }

    @Test
    default void aCommandHasOneEffectHoweverOftenItIsTold() {
        try (var journal = journal()) {
            journal.append(batch(0, "one", "a", "b"));
            journal.append(batch(2, "two", "c"));

            var outcome = journal.append(batch(0, "one", "a", "b"));

            assertThat(outcome).isEqualTo(new AppendOutcome.AlreadyDone(2));
            assertThat(journal.head().sequence()).isEqualTo(3);
        }
    }

    @Test
    default void aCommandThatIsToldAgainHasNoEffectThoughItsBatchFitsTheVersion() {
        try (var journal = journal()) {
            journal.append(batch(0, "one", "a", "b"));
            journal.append(batch(2, "two", "c"));

            var again = journal.append(batch(3, "one", "d"));
            var next = journal.append(batch(3, "three", "e"));

            assertThat(again).isEqualTo(new AppendOutcome.AlreadyDone(2));
            assertThat(next).isInstanceOf(AppendOutcome.Appended.class);
            assertThat(journal.read(RUN, 3)).hasSize(1);
            assertThat(journal.verify(ChainHead.NONE)).isEqualTo(new ChainCheck.ChainHolds(journal.head()));
        }
    }

    @Test
    default void theSameKeyIsFreeInAnotherRun() {
        try (var journal = journal()) {
            journal.append(batch(0, "one", "a"));

            var outcome = journal.append(new Batch(new RunId("r0"), 0, "one", List.of(note("a")), AT));

            assertThat(outcome).isInstanceOf(AppendOutcome.Appended.class);
            assertThat(journal.runs()).containsExactly(RUN, new RunId("r0"));
        }
    }

    @Test
    default void aBatchWithoutEventsLeavesNothing() {
        try (var journal = journal()) {
            assertThat(journal.append(batch(0, "one"))).isEqualTo(new AppendOutcome.Appended(List.of()));
            assertThat(journal.head()).isEqualTo(ChainHead.NONE);
        }
    }

    @Test
    default void theChainOfAnUntouchedJournalHolds() {
        try (var journal = journal()) {
            var empty = journal.verify(ChainHead.NONE);
            journal.append(batch(0, "one", "a", "b"));
            var kept = journal.head();
            journal.append(batch(2, "two", "c"));

            assertThat(empty).isEqualTo(new ChainCheck.ChainHolds(ChainHead.NONE));
            assertThat(journal.verify(kept)).isEqualTo(new ChainCheck.ChainHolds(journal.head()));
        }
    }

    @Test
    default void aTailThatIsCutOffShowsAgainstAKeptHead() {
        try (var journal = journal();
                var longer = journal()) {
            journal.append(batch(0, "one", "a"));
            longer.append(batch(0, "one", "a", "b"));

            assertThat(journal.verify(longer.head())).isInstanceOf(ChainCheck.ChainBroken.class);
        }
    }

    @Test
    default void aJournalThatWasWrittenAnewShowsAgainstAKeptHead() {
        try (var journal = journal()) {
            journal.append(batch(0, "one", "a", "b"));

            var check = journal.verify(new ChainHead(1, "f".repeat(64)));

            assertThat(check).isEqualTo(new ChainCheck.ChainBroken(1, "entry 1 is not the one whose hash was kept"));
        }
    }

    @Test
    default void anExportHoldsAllThatTheHashesAreMadeOf() {
        try (var journal = journal()) {
            journal.append(batch(0, "one", "a", "b"));
            var lines = new ArrayList<JsonIn>();

            journal.export(line -> lines.add(JsonIn.parse(line)));

            var previous = ChainHead.NONE.hash();
            for (var line : lines) {
                var entry = new Entry(
                        line.number("sequence"),
                        line.text("run"),
                        line.number("version"),
                        line.text("command"),
                        (int) line.number("part"),
                        line.text("at"),
                        line.text("payload"),
                        line.text("hash"));
                assertThat(new ChainHash().after(previous, entry)).isEqualTo(entry.hash());
                previous = entry.hash();
            }
            assertThat(previous).isEqualTo(journal.head().hash());
        }
    }

    @Test
    default void writersAtTheSameTimeLoseNothing() throws Exception {
        try (var journal = journal();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var writers = new ArrayList<Callable<Integer>>();
            for (var i = 0; i < 8; i++) {
                var run = new RunId("w" + i);
                writers.add(() -> appendMany(journal, run));
            }
            for (var done : threads.invokeAll(writers)) {
                assertThat(done.get()).isEqualTo(25);
            }

            assertThat(journal.runs()).hasSize(8);
            assertThat(journal.head().sequence()).isEqualTo(200);
            assertThat(journal.verify(ChainHead.NONE)).isInstanceOf(ChainCheck.ChainHolds.class);
        }
    }

    @Test
    default void twoWritersOfOneRunNeverBothWin() throws Exception {
        try (var journal = journal();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var rivals = new ArrayList<Callable<AppendOutcome>>();
            for (var i = 0; i < 10; i++) {
                var key = "rival-" + i;
                rivals.add(() -> journal.append(batch(0, key, "a")));
            }

            var won = 0;
            for (var rival : threads.invokeAll(rivals)) {
                won += rival.get() instanceof AppendOutcome.Appended ? 1 : 0;
            }

            assertThat(won).isEqualTo(1);
        }
    }

    @Test
    default void aKeyWithALineBreakIsAMistakeOfTheCaller() {
        assertThatThrownBy(() -> batch(0, "a\nb")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    default void theEventsOfACommandAreFoundByItsKey() {
        try (var journal = journal()) {
            journal.append(batch(0, "one", "a", "b"));
            journal.append(batch(2, "two", "c"));

            assertThat(journal.told(RUN, "one")).isEqualTo(journal.read(RUN, 0).subList(0, 2));
            assertThat(journal.told(RUN, "three")).isEmpty();
        }
    }

    @Test
    default void aMessageIsToldWhenItIsDueAndNotBefore() {
        try (var journal = journal()) {
            var later = message("later", AT.plusSeconds(60));
            var sooner = message("sooner", AT.plusSeconds(30));
            journal.keep(later);
            journal.keep(sooner);
            var told = new ArrayList<Message>();

            assertThat(journal.nextDue()).isEqualTo(sooner.due());
            assertThat(journal.deliver(AT.plusSeconds(29), 10, told::add)).isZero();
            assertThat(journal.deliver(AT.plusSeconds(90), 10, told::add)).isEqualTo(2);
            assertThat(told).containsExactly(sooner, later);
            assertThat(journal.nextDue()).isNull();
        }
    }

    @Test
    default void aMessageThatWasKeptBeforeStaysAsItIs() {
        try (var journal = journal()) {
            journal.keep(message("one", AT));
            journal.keep(message("one", AT.plusSeconds(60)));

            assertThat(journal.nextDue()).isEqualTo(message("one", AT).due());
        }
    }

    @Test
    default void messagesOfABatchAreKeptWithItOrNotAtAll() {
        try (var journal = journal()) {
            var timer = message("timer", AT);
            journal.append(new Batch(RUN, 1, "one", List.of(note("a")), AT, List.of(timer)));
            assertThat(journal.nextDue()).isNull();

            journal.append(new Batch(RUN, 0, "one", List.of(note("a")), AT, List.of(timer)));
            assertThat(journal.nextDue()).isEqualTo(timer.due());
        }
    }

    @Test
    default void aMessageThatCannotBeToldIsKeptAndTheOthersAreTold() {
        try (var journal = journal()) {
            journal.keep(message("bad", AT));
            journal.keep(message("good", AT.plusSeconds(1)));
            var told = new ArrayList<String>();

            assertThatThrownBy(() -> journal.deliver(AT.plusSeconds(5), 10, message -> {
                        if (message.key().equals("bad")) {
                            throw new IllegalStateException("no");
                        }
                        told.add(message.key());
                    }))
                    .hasMessage("no");

            assertThat(told).containsExactly("good");
            assertThat(journal.nextDue()).isEqualTo(message("bad", AT).due());
        }
    }

    @Test
    default void aWatchIsToldOfNewEntries() throws Exception {
        try (var journal = journal()) {
            journal.append(batch(0, "one", "a"));
            var seen = new LinkedBlockingQueue<RunId>();
            try (var _ = journal.watch(seen::add)) {
                journal.append(new Batch(new RunId("r2"), 0, "one", List.of(note("b")), AT));

                assertThat(seen.poll(10, TimeUnit.SECONDS)).isEqualTo(new RunId("r2"));
            }
        }
    }

    static int appendMany(Journal journal, RunId run) {
        for (var i = 0; i < 25; i++) {
            journal.append(new Batch(run, i, "k" + i, List.of(note("n" + i)), AT));
        }
        return journal.read(run, 0).size();
    }

    /// A batch of notes for the run.
    static Batch batch(long version, String command, String... notes) {
        return new Batch(
                RUN,
                version,
                command,
                List.of(notes).stream().map(JournalContract::note).toList(),
                AT);
    }

    /// A message for the run.
    static Message message(String key, Instant due) {
        return new Message(RUN, due, new Command.Note("remark", key), key);
    }

    /// An event.
    static Event note(String text) {
        return new Event.Noted("remark", text);
    }
}
