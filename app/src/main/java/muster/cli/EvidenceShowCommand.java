package muster.cli;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import muster.audit.Evidence;
import muster.json.EvidenceJson;
import muster.wiring.EvidenceStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Shows records of evidence.
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = "Shows a record of evidence, or all about an expectation, oldest first.")
final class EvidenceShowCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private final WorkspaceOption workspace = new WorkspaceOption();

    @Parameters(index = "0", paramLabel = "ID", description = "id of the evidence (E-...) or of an expectation")
    private String id = "";

    @Option(names = "--json", description = "print the records as JSON")
    private boolean json;

    EvidenceShowCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        var found = EvidenceStore.of(workspace.get()).find(id);
        if (found.isEmpty()) {
            return console.refuse(Exit.NOT_FOUND, "no evidence '" + id + "'").code();
        }
        if (json) {
            var fields = console.object();
            var records = fields.putArray("evidence");
            found.forEach(each -> records.add(EvidenceJson.tree(each)));
            console.json("muster.evidence/1", fields);
        } else {
            found.forEach(each -> lines(each).forEach(console::data));
        }
        return Exit.YES.code();
    }

    private static List<String> lines(Evidence evidence) {
        return List.of(
                evidence.id() + " " + evidence.expectation() + " " + evidence.kind() + " " + evidence.result() + " at "
                        + evidence.at() + ", valid until " + evidence.expires(),
                "  " + String.join(" ", evidence.subject()),
                "  " + evidence.summary() + "; reached " + evidence.reached(),
                "  measured " + evidence.attributes(),
                "  read "
                        + evidence.inputs().stream()
                                .map(each -> each.input() + " " + each.sha256())
                                .toList(),
                "  findings " + evidence.findings(),
                "  output " + evidence.output().strip().replace("\n", "\n    "));
    }
}
