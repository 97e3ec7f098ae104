package muster.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/// Progress where nobody watches: whole lines on standard error, every few seconds.
class ProgressLineTest {
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-05T09:00:00Z"));
    private final ProgressLine progress =
            new ProgressLine(new Console(stream(out), stream(err), Map.of("CI", "1")), now::get);

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    @Test
    void withinAStageALineComesEveryThreeSecondsAndAtItsEnd() {
        progress.at("audit", 0, "first");
        progress.at("audit", 0.5, "too soon");
        now.set(now.get().plusSeconds(3));
        progress.at("audit", 0.75, "due");
        progress.at("audit", 1, "end");

        assertThat(lines())
                .containsExactly(
                        "  [........................]   0 %  first",
                        "  [##################......]  75 %  due", "  [########################] 100 %  end");
        assertThat(out.size()).isZero();
    }

    @Test
    void aStageBeginsWithALineAtOnce() {
        progress.at("audit", 0.1, "one");
        progress.at("run", 0.1, "two");

        assertThat(lines()).hasSize(2);
    }

    @Test
    void aLineToKeepIsPrintedAsItIs() {
        progress.say("P0 at once");

        assertThat(lines()).containsExactly("P0 at once");
    }

    private List<String> lines() {
        return err.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
