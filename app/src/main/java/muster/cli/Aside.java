package muster.cli;

import java.io.IOException;
import muster.plan.Parsed;
import muster.wiring.Sideline;
import muster.wiring.desk.Setting;
import org.jspecify.annotations.Nullable;
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
    Exit during(Console console, Setting setting, Work work) throws IOException, InterruptedException {
        var notifying = notices.open(console, setting.open());
        return beside(console, notifying, () -> beside(console, metrics.open(console, setting), work));
    }

    private static <S extends Sideline> Exit beside(Console console, @Nullable Parsed<S> opened, Work work)
            throws IOException, InterruptedException {
        return switch (opened) {
            case null -> work.done();
            case Parsed.Failed<S>(var problems) -> console.refuse(problems);
            case Parsed.Ok<S>(var sideline) -> {
                try (sideline;
                        var _ = sideline.begin()) {
                    yield work.done();
                }
            }
        };
    }
}
