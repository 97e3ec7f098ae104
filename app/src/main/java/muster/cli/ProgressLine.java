package muster.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import muster.wiring.Progress;

/// Progress on standard error: one line that is rewritten on a terminal, a line every few seconds elsewhere.
final class ProgressLine implements Progress {

    private static final Duration BETWEEN_LINES = Duration.ofSeconds(3);
    private static final Duration BETWEEN_REWRITES = Duration.ofMillis(80);
    private static final int BAR = 24;

    private final Console console;
    private final InstantSource clock;
    private final boolean rewrites;
    private String stage = "";
    private Instant last = Instant.MIN;
    private boolean open;

    ProgressLine(Console console, InstantSource clock) {
        this.console = console;
        this.clock = clock;
        this.rewrites = console.interactive();
    }

    @Override
    public synchronized void at(String stage, double share, String text) {
        var now = clock.instant();
        var due = rewrites ? BETWEEN_REWRITES : BETWEEN_LINES;
        var changed = !stage.equals(this.stage);
        if (!changed && share < 1 && last.plus(due).isAfter(now)) {
            return;
        }
        this.stage = stage;
        last = now;
        print(share, text);
    }

    private void print(double share, String text) {
        var filled = (int) Math.round(BAR * Math.clamp(share, 0, 1));
        var bar = "#".repeat(filled) + ".".repeat(BAR - filled);
        var line = String.format(Locale.ROOT, "  [%s] %3.0f %%  %s", bar, share * 100, text);
        if (rewrites) {
            console.err().print("\r\033[K" + line);
            open = true;
        } else {
            console.err().println(line);
        }
    }

    @Override
    public synchronized void say(String line) {
        if (open) {
            console.err().print("\r\033[K");
            open = false;
        }
        stage = "";
        console.err().println(line);
    }
}
