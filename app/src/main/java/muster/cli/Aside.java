package muster.cli;

import java.io.IOException;
import muster.wiring.OpenPlace;
import picocli.CommandLine.Mixin;

/// What a command that lives for a while does beside its own work.
final class Aside {
    @Mixin
    private final NoticesOption notices = new NoticesOption();

    @Mixin
    private final MetricsOption metrics = new MetricsOption();

    /// What a command does itself.
    @FunctionalInterface
    interface Work {
        Exit done() throws IOException, InterruptedException;
    }

    /// Does it, brings notices and measures meanwhile, as far as the options say.
    Exit during(Console console, OpenPlace open, Work work) throws IOException, InterruptedException {
        return notices.during(console, open, () -> metrics.during(console, open, work));
    }
}
