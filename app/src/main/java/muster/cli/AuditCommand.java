package muster.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import muster.audit.Verdict;
import muster.plan.Parsed;
import muster.plan.Plan;
import muster.sandbox.Trust;
import muster.wiring.Audit;
import muster.wiring.ChecksAudit;
import muster.wiring.Documents;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Audits a workspace's plan.
@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        description = "Tests what the workspace's plan expects and decides; exit 0 on GO, 1 on NO-GO or DEFER.")
final class AuditCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private final WorkspaceOption workspace = new WorkspaceOption();

    @Option(
            names = "--at",
            paramLabel = "INSTANT",
            converter = InstantConverter.class,
            description = "what the audit's clock shows; default: now")
    private @Nullable Instant at;

    @Option(names = "--json", description = "print the report as JSON")
    private boolean json;

    @Option(names = "--checks", paramLabel = "FILE", description = "run this plain list of checks instead of a plan")
    private @Nullable Path checks;

    @Option(
            names = "--trust",
            paramLabel = "TRUST",
            description = "static: execute nothing; sandboxed: in the sandbox alone; operator: run the commands of "
                    + "--checks on this machine. Default: ${DEFAULT-VALUE}")
    private Trust trust = Trust.SANDBOXED;

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
        var place = workspace.get();
        if (!Files.exists(place.plan())) {
            return console.refuse(Exit.NOT_FOUND, "no plan at " + place.plan()).code();
        }
        return switch (Documents.plan(place.plan())) {
            case Parsed.Failed<Plan>(var problems) -> console.refuse(problems).code();
            case Parsed.Ok<Plan>(var plan) -> audit(plan).code();
        };
    }

    private Exit checks(Path file) throws IOException, InterruptedException {
        return new ChecksCommand(console.out(), console.err())
                .run(new ChecksAudit.Asked(
                        file,
                        workspace.get(),
                        trust,
                        incremental ? ChecksAudit.Reuse.UNCHANGED : ChecksAudit.Reuse.NOTHING,
                        json ? ChecksAudit.Form.JSON : ChecksAudit.Form.LINES));
    }

    private Exit audit(Plan plan) throws IOException, InterruptedException {
        var clock = at == null ? InstantSource.system() : InstantSource.fixed(at);
        var outcome = new Audit(workspace.get(), new ProgressLine(console, InstantSource.system())).of(plan, clock);
        if (json) {
            console.data(outcome.json());
        } else {
            outcome.lines().forEach(console::data);
        }
        return switch (outcome.report().decision().verdict()) {
            case Verdict.GO, Verdict.GO_WITH_CONDITIONS -> Exit.YES;
            case Verdict.NO_GO, Verdict.DEFER -> Exit.NO;
        };
    }
}
