package muster.cli;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import muster.audit.AuditReport;
import muster.discovery.Fingerprint;
import muster.plan.Parsed;
import muster.sandbox.Trust;
import muster.wiring.Audit;
import muster.wiring.ChosenPlan;
import muster.wiring.Reprobe;
import muster.wiring.Watching;
import muster.wiring.Workspace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Audits a folder.
@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        description = "Tests what a plan expects of a folder and decides; exit 0 on GO, 1 on NO-GO or DEFER.")
final class AuditCommand implements Callable<Integer> {
    /// How long an audit that is told to end may write its report.
    private static final Duration GRACE = Duration.ofSeconds(20);

    private final Console console;

    @Mixin
    private final AuditScope scope = new AuditScope();

    @Mixin
    private final MeansOptions means = new MeansOptions();

    @Option(names = "--all", description = "probe everything, also what has not changed since the newest audit")
    private boolean all;

    @Option(names = "--watch", description = "audit again each time a file has changed, until Ctrl-C")
    private boolean watch;

    @Option(names = "--every", paramLabel = "SECONDS", description = "how often --watch looks; default: 2")
    private int every = 2;

    @Option(names = "--json", description = "print the report as JSON")
    private boolean json;

    AuditCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        var missing = scope.missing();
        if (missing != null) {
            return console.refuse(Exit.NOT_FOUND, missing + " is not there").code();
        }
        return Interruption.during(GRACE, watch ? this::watched : this::once).code();
    }

    private Exit watched() throws IOException, InterruptedException {
        new Watching(() -> Fingerprint.of(scope.root()), () -> Thread.sleep(Duration.ofSeconds(every)))
                .rounds(this::once);
        return Exit.YES;
    }

    private Exit once() throws IOException, InterruptedException {
        return switch (scope.plan()) {
            case Parsed.Failed<ChosenPlan>(var problems) -> console.refuse(problems);
            case Parsed.Ok<ChosenPlan>(var chosen) -> audit(chosen);
        };
    }

    private Exit audit(ChosenPlan chosen) throws IOException, InterruptedException {
        var standard = chosen.origin() == ChosenPlan.Origin.DISCOVERED ? Trust.STATIC : Trust.SANDBOXED;
        var workspace = new Workspace(scope.root(), means.means(standard));
        var outcome = new Audit(workspace, new ProgressLine(console, InstantSource.system()))
                .of(chosen.plan(), scope.clock(), manner());
        if (json) {
            console.data(outcome.json());
        } else {
            outcome.lines().forEach(console::data);
        }
        return exit(outcome.report());
    }

    private Audit.Manner manner() {
        var standard = Audit.Manner.standard();
        return new Audit.Manner(standard.rules(), all ? Reprobe.ALL : Reprobe.CHANGED, null);
    }

    private static Exit exit(AuditReport report) {
        return switch (report.decision().verdict()) {
            case GO, GO_WITH_CONDITIONS -> Exit.YES;
            case NO_GO, DEFER -> Exit.NO;
        };
    }
}
