package muster.restate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import muster.engines.JournalDispatch;
import muster.engines.SteadyDispatch;
import muster.engines.SystemClock;
import muster.engines.Told;
import muster.run.Command;
import muster.run.RunId;
import muster.storage.JournalUnavailable;
import muster.storage.MemoryJournal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Words and answers that are too large for Restate.
@Timeout(30)
class MessageLimitTest {
    private static final RunId RUN = new RunId("r1");
    private static final Command LARGE = new Command.Note("large", "{\"text\":\"" + "x".repeat(17 << 20) + "\"}");

    private final MemoryJournal journal = new MemoryJournal();
    private final JournalDispatch store = new JournalDispatch(journal, new SystemClock());

    @Test
    void aWordThatIsTooLargeIsToldInTheStore() {
        var nobody = URI.create("http://127.0.0.1:" + RestateNode.freePort());
        var said = new ArrayList<String>();
        try (var restate = new RestateDispatch(List.of(nobody), "muster", new SystemClock())) {
            var dispatch = new SteadyDispatch(restate, store, SteadyDispatch.Terms.usual(said::add));

            assertThat(dispatch.tell(RUN, LARGE, "k").join()).isInstanceOf(Told.Accepted.class);
        }
        assertThat(journal.read(RUN, 0)).hasSize(1);
        assertThat(said)
                .containsExactly(
                        "the word k is larger than the 16 MiB that Restate is given; run r1 is told in the store itself");
    }

    @Test
    void anAnswerThatIsTooLongIsLeftInTheJournal() {
        var text = Reply.text(store.tell(RUN, LARGE, "k").join());

        assertThat(text).hasSizeLessThan(10);
        assertThatThrownBy(() -> Reply.told(text))
                .isInstanceOf(JournalUnavailable.class)
                .hasMessageContaining("carried out");
    }
}
