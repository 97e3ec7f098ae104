package muster.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import muster.audit.Verdict;
import muster.plan.Parsed;
import muster.plan.Plan;
import muster.wiring.Audit;
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

    @Mixin
    private final ReauditOptions again = new ReauditOptions();

    @Option(
            names = "--at",
            paramLabel = "INSTANT",
            converter = InstantConverter.class,
            description = "what the audit's clock shows; default: now")
    private @Nullable Instant at;

    @Option(names = "--json", description = "print the report as JSON")
    private boolean json;

    AuditCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        var place = workspace.get();
        if (again.learns()) {
            return again.learn(console, place, clock()).code();
        }
        if (!Files.exists(place.plan())) {
            return console.refuse(Exit.NOT_FOUND, "no plan at " + place.plan()).code();
        }
        return switch (Documents.plan(place.plan())) {
            case Parsed.Failed<Plan>(var problems) -> console.refuse(problems).code();
            case Parsed.Ok<Plan>(var plan) -> audit(plan).code();
        };
    }

    private InstantSource clock() {
        return at == null ? InstantSource.system() : InstantSource.fixed(at);
    }

    private Exit audit(Plan plan) throws IOException, InterruptedException {
        if (again.mutates()) {
            return again.mutate(console, workspace.get(), plan);
        }
        return switch (again.manner()) {
            case Parsed.Failed<Audit.Manner>(var problems) -> console.refuse(problems);
            case Parsed.Ok<Audit.Manner>(var manner) -> audit(plan, manner);
        };
    }

    private Exit audit(Plan plan, Audit.Manner manner) throws IOException, InterruptedException {
        var progress = new ProgressLine(console, InstantSource.system());
        var outcome = new Audit(workspace.get(), progress).of(plan, clock(), manner);
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
