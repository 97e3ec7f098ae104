package muster.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import muster.run.Recorded;
import muster.run.RunId;
import org.junit.jupiter.api.Test;

class WireTest {
    private static final RunId RUN = new RunId("r1");
    private static final Instant AT = Instant.parse("2026-01-05T09:00:00.5Z");

    @Test
    void everyCommandArrivesAsItWasSent() {
        assertThat(CommandFormatTest.samples()).allSatisfy(command -> {
            var message = new Message(RUN, AT, command, "key");

            assertThat(Wire.message(Wire.text(message))).isEqualTo(message);
        });
    }

    @Test
    void everyEventArrivesAsItWasSent() {
        var events = Samples.all().stream()
                .map(event -> new Recorded(RUN, 7, "key", AT, event))
                .toList();

        assertThat(Wire.events(Wire.text(events))).isEqualTo(events);
    }

    @Test
    void whatIsNoMessageIsUnreadable() {
        var text = Wire.text(new Message(RUN, AT, CommandFormatTest.samples().getFirst(), "key"));

        assertThatThrownBy(() -> Wire.message("nonsense")).isInstanceOf(UnreadableEntry.class);
        assertThatThrownBy(() -> Wire.message(text.replace("r1", "no id at all")))
                .isInstanceOf(UnreadableEntry.class);
        assertThatThrownBy(() -> Wire.message(text.replace("2026-01-05T", "soon")))
                .isInstanceOf(UnreadableEntry.class);
    }
}
