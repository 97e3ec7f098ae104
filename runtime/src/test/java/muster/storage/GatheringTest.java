package muster.storage;

import static muster.storage.JournalContract.AT;
import static muster.storage.JournalContract.batch;
import static muster.storage.JournalContract.note;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import muster.run.RunId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is committed together.
class GatheringTest {
    @TempDir
    Path folder;

    @Test
    void aCommandThatWasToldBeforeTakesTheOthersOfItsGroupNotWithIt() throws Exception {
        var other = new Batch(new RunId("r0"), 0, "one", List.of(note("a")), AT);
        try (var dialect = new SqliteDialect(folder.resolve("journal.db"));
                var appender = new JournalAppender(dialect)) {
            appender.write(List.of(append(batch(0, "one", "a"))), JournalAppender.Turn.FIRST);

            var outcomes = appender.write(
                    List.of(append(other), append(batch(1, "one", "b")), append(batch(1, "two", "c"))),
                    JournalAppender.Turn.FIRST);

            assertThat(outcomes.get(0)).isInstanceOf(AppendOutcome.Appended.class);
            assertThat(outcomes.get(1)).isEqualTo(new AppendOutcome.AlreadyDone(1));
            assertThat(outcomes.get(2)).isInstanceOf(AppendOutcome.Appended.class);
        }
    }

    @Test
    void whoIsAloneWaitsForNobodyAndWakesTheWriterAtOnce() {
        var gathering = new Gathering();

        gathering.committed(1, Long.MAX_VALUE);
        gathering.await();

        assertThat(gathering.isLone()).isTrue();
        assertThat(gathering.come()).isTrue();
    }

    @Test
    void aCommitWaitsForAsManyAsTheLastOneButNotForLong() {
        var gathering = new Gathering();
        gathering.committed(3, Long.MAX_VALUE);
        gathering.come();
        gathering.come();
        gathering.come();

        gathering.await();
        gathering.taken(3);
        gathering.await();

        assertThat(gathering.isLone()).isFalse();
        assertThat(gathering.come()).isTrue();
    }

    private static JournalWriter.Append append(Batch batch) {
        return new JournalWriter.Append(Draft.of(batch), new CompletableFuture<>());
    }
}
