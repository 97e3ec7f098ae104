package muster.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.util.concurrent.Callable;
import muster.storage.ChainCheck;
import muster.wiring.EvidenceStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Checks the evidence of a workspace.
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = "Checks the chain and the seals of all evidence, offline; exit 0 if they hold.")
final class EvidenceVerifyCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private final WorkspaceOption workspace = new WorkspaceOption();

    @Option(names = "--json", description = "print the outcome as JSON")
    private boolean json;

    EvidenceVerifyCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        var file = EvidenceStore.file(workspace.get());
        if (!Files.exists(file)) {
            return console.refuse(Exit.NOT_FOUND, "no evidence at " + file).code();
        }
        return print(EvidenceStore.at(file).verify()).code();
    }

    private Exit print(EvidenceStore.Verified verified) {
        var fields = console.object()
                .put("records", verified.evidence())
                .put("audits", verified.audits())
                .put("torn_bytes", verified.torn());
        var exit = switch (verified.chain()) {
            case ChainCheck.ChainHolds(var head) -> {
                fields.put("holds", true).put("lines", head.sequence()).put("head", head.hash());
                yield Exit.YES;
            }
            case ChainCheck.ChainBroken(var at, var why) -> {
                fields.put("holds", false).put("line", at).put("why", why);
                yield Exit.NO;
            }
        };
        if (json) {
            console.json("muster.evidence-verify/1", fields);
        } else {
            console.data(sentence(verified));
        }
        return exit;
    }

    private static String sentence(EvidenceStore.Verified verified) {
        var torn = verified.torn() == 0 ? "" : "; " + verified.torn() + " bytes at the end are torn off";
        return switch (verified.chain()) {
            case ChainCheck.ChainHolds(var head) ->
                "the chain holds: " + verified.evidence() + " records of " + verified.audits() + " audits, head "
                        + head.hash() + torn;
            case ChainCheck.ChainBroken(var at, var why) -> "the chain is broken at line " + at + ": " + why + torn;
        };
    }
}
