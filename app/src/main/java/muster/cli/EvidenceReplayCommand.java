package muster.cli;

import java.time.InstantSource;
import java.util.concurrent.Callable;
import muster.audit.Evidence;
import muster.plan.Plan;
import muster.wiring.EvidenceStore;
import muster.wiring.Replay;
import muster.wiring.Replay.Outcome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Probes again what a record of evidence says.
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        description = "Probes again what a record of evidence says; exit 0 if it sees the same, 1 if not.")
final class EvidenceReplayCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private final WorkspaceOption workspace = new WorkspaceOption();

    @Parameters(index = "0", paramLabel = "ID", description = "id of the evidence (E-...)")
    private String id = "";

    @Option(names = "--json", description = "print the outcome as JSON")
    private boolean json;

    EvidenceReplayCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        var found = EvidenceStore.of(workspace.get()).find(id).stream()
                .filter(each -> each.id().equals(id))
                .findFirst();
        if (found.isEmpty()) {
            return console.refuse(Exit.NOT_FOUND, "no evidence '" + id + "'").code();
        }
        return new PlanInput(console, workspace.get()).use(plan -> replay(found.get(), plan));
    }

    private Exit replay(Evidence before, Plan plan) throws Exception {
        var outcome = new Replay(workspace.get(), InstantSource.system()).of(before, plan);
        if (json) {
            print(before, outcome);
        } else {
            tell(outcome);
        }
        return switch (outcome) {
            case Outcome.Same _ -> Exit.YES;
            case Outcome.Different _ -> Exit.NO;
            case Outcome.NotRepeatable _ -> Exit.NOT_FOUND;
        };
    }

    private void tell(Outcome outcome) {
        switch (outcome) {
            case Outcome.Same(var again) -> console.data("the same: " + again.result() + ", " + again.summary());
            case Outcome.Different(var _, var differences) -> {
                console.data("different:");
                differences.forEach(each -> console.data("  " + each));
            }
            case Outcome.NotRepeatable(var why) -> console.data("cannot be repeated: " + why);
        }
    }

    private void print(Evidence before, Outcome outcome) {
        var fields = console.object().put("evidence", before.id());
        var differences = fields.putArray("differences");
        switch (outcome) {
            case Outcome.Same _ -> fields.put("outcome", "same");
            case Outcome.Different different -> {
                fields.put("outcome", "different");
                different.differences().forEach(differences::add);
            }
            case Outcome.NotRepeatable(var why) ->
                fields.put("outcome", "not-repeatable").put("why", why);
        }
        console.json("muster.evidence-replay/1", fields);
    }
}
