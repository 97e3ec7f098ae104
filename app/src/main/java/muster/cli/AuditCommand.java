package muster.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import muster.discovery.Fingerprint;
import muster.plan.Parsed;
import muster.sandbox.Trust;
import muster.wiring.Audit;
import muster.wiring.ChecksAudit;
import muster.wiring.ChosenPlan;
import muster.wiring.Estimates;
import muster.wiring.EstimatesJson;
import muster.wiring.Means;
import muster.wiring.Watching;
import muster.wiring.Workspace;
import org.jspecify.annotations.Nullable;
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

    @Mixin
    private final ReauditOptions again = new ReauditOptions();

    @Mixin
    private final WrittenReports written = new WrittenReports();

    @Option(names = "--watch", description = "audit again each time a file has changed, until Ctrl-C")
    private boolean watch;

    @Option(names = "--every", paramLabel = "SECONDS", description = "how often --watch looks; default: 2")
    private int every = 2;

    @Option(
            names = "--estimate",
            description =
                    "print what the probes of databases and services would read, cost and take, and make none; exit 7"
                            + " if over budget")
    private boolean estimate;

    @Option(names = "--json", description = "print the report as JSON")
    private boolean json;

    @Option(names = "--checks", paramLabel = "FILE", description = "run this plain list of checks instead of a plan")
    private @Nullable Path checks;

    @Option(
            names = "--incremental",
            description = "with --checks: take over what was found before where nothing it rests on has changed")
    private boolean incremental;

    AuditCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (checks != null) {
            return checks(checks).code();
        }
        var missing = scope.missing();
        if (missing != null) {
            return console.refuse(Exit.NOT_FOUND, missing + " is not there").code();
        }
        return Interruption.during(GRACE, watch ? this::watched : this::once).code();
    }

    private Exit checks(Path file) throws IOException, InterruptedException {
        return new ChecksCommand(console.out(), console.err())
                .run(new ChecksAudit.Asked(
                        file,
                        new Workspace(scope.root()),
                        means.trust(Trust.SANDBOXED),
                        means.machines(),
                        incremental ? ChecksAudit.Reuse.UNCHANGED : ChecksAudit.Reuse.NOTHING,
                        json ? ChecksAudit.Form.JSON : ChecksAudit.Form.LINES));
    }

    private Exit watched() throws IOException, InterruptedException {
        new Watching(() -> Fingerprint.of(scope.root()), () -> Thread.sleep(Duration.ofSeconds(every)))
                .rounds(this::once);
        return Exit.YES;
    }

    private Exit once() throws IOException, InterruptedException {
        if (again.learns()) {
            return learnt();
        }
        return switch (scope.plan()) {
            case Parsed.Failed<ChosenPlan>(var problems) -> console.refuse(problems);
            case Parsed.Ok<ChosenPlan>(var chosen) -> audit(chosen);
        };
    }

    private Exit learnt() throws IOException, InterruptedException {
        return switch (means.means(Trust.SANDBOXED)) {
            case Parsed.Failed<Means>(var problems) -> console.refuse(problems);
            case Parsed.Ok<Means>(var opened) ->
                again.learn(console, new Workspace(scope.root(), opened), scope.clock());
        };
    }

    private Exit audit(ChosenPlan chosen) throws IOException, InterruptedException {
        var standard = chosen.origin() == ChosenPlan.Origin.DISCOVERED ? Trust.STATIC : Trust.SANDBOXED;
        return switch (means.means(standard)) {
            case Parsed.Failed<Means>(var problems) -> console.refuse(problems);
            case Parsed.Ok<Means>(var opened) ->
                audit(new Workspace(scope.root(), opened), chosen.aimed(opened.machines()));
        };
    }

    private Exit audit(Workspace workspace, ChosenPlan chosen) throws IOException, InterruptedException {
        if (estimate) {
            return estimated(Estimates.of(workspace, chosen.plan(), scope.clock()));
        }
        if (again.mutates()) {
            return again.mutate(console, workspace, chosen.plan());
        }
        return switch (again.manner()) {
            case Parsed.Failed<Audit.Manner>(var problems) -> console.refuse(problems);
            case Parsed.Ok<Audit.Manner>(var manner) -> print(finished(workspace, chosen, manner));
        };
    }

    private Exit estimated(Estimates estimates) {
        if (json) {
            console.json(EstimatesJson.SCHEMA, EstimatesJson.fields(estimates));
        } else {
            estimates.lines().forEach(console::data);
        }
        return estimates.areWithinBudget() ? Exit.YES : Exit.OVER_BUDGET;
    }

    private Audit.Finished finished(Workspace workspace, ChosenPlan chosen, Audit.Manner manner)
            throws IOException, InterruptedException {
        var progress = new ProgressLine(console, InstantSource.system());
        return new Audit(workspace, progress).of(chosen, scope.clock(), manner);
    }

    private Exit print(Audit.Finished outcome) throws IOException {
        written.write(outcome.view(), console);
        if (json) {
            console.data(outcome.json());
        } else {
            outcome.lines().forEach(console::data);
        }
        return outcome.report().decision().verdict().isGo() ? Exit.YES : Exit.NO;
    }
}
