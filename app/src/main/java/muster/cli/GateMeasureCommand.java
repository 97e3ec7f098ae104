package muster.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import muster.plan.Parsed;
import muster.wiring.Measuring;
import muster.wiring.desk.Setting;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Measures once what open gates wait for.
@Command(
        mixinStandardHelpOptions = true,
        description = "Measures once what open gates of all runs wait for, and tells them; --metrics says how.")
final class GateMeasureCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private final WorkspaceOption workspace = new WorkspaceOption();

    @Mixin
    private final MetricsOption metrics = new MetricsOption();

    @Mixin
    private final IngressOption ingress = new IngressOption();

    @Mixin
    private final ClockOption clock = new ClockOption();

    GateMeasureCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        var place = workspace.get();
        if (metrics.file(console.environment()) == null) {
            return console.refuse(Exit.USAGE, "it is not said where metrics come from\nMaybe say it: --metrics FILE")
                    .code();
        }
        if (!place.store().exists()) {
            return console.refuse(Exit.NOT_FOUND, "no journal at " + place.store() + "; no run was begun there")
                    .code();
        }
        try (var journal = place.store().open();
                var restate = ingress.open(console.environment())) {
            var engine = IngressOption.engine(console, restate);
            return measure(Setting.brought(place, journal, clock.get(), engine)).code();
        }
    }

    private Exit measure(Setting setting) throws IOException, InterruptedException {
        return switch (metrics.open(console, setting)) {
            case null -> Exit.YES;
            case Parsed.Failed<Measuring>(var problems) -> console.refuse(problems);
            case Parsed.Ok<Measuring>(var measuring) -> {
                try (measuring) {
                    measuring.round(console::data);
                    yield Exit.YES;
                }
            }
        };
    }
}
