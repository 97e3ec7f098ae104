package muster.cli;

import java.util.concurrent.Callable;
import muster.storage.ChainCheck;
import muster.storage.ChainHead;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Checks the journal's hash chain.
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = "Checks the journal's hash chain; exit 0 if it holds.")
final class LogVerifyCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private final WorkspaceOption workspace = new WorkspaceOption();

    @Option(names = "--json", description = "print the outcome as JSON")
    private boolean json;

    LogVerifyCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        var journal = workspace.get().store();
        if (!journal.exists()) {
            return console.refuse(Exit.NOT_FOUND, "no journal at " + journal).code();
        }
        try (var reader = journal.openReadOnly()) {
            return print(reader.verify(ChainHead.NONE)).code();
        }
    }

    private Exit print(ChainCheck check) {
        var fields = console.object();
        var exit = switch (check) {
            case ChainCheck.ChainHolds(var head) -> {
                fields.put("holds", true).put("entries", head.sequence()).put("head", head.hash());
                yield Exit.YES;
            }
            case ChainCheck.ChainBroken(var at, var why) -> {
                fields.put("holds", false).put("entry", at).put("why", why);
                yield Exit.NO;
            }
        };
        if (json) {
            console.json("muster.log-verify/1", fields);
        } else {
            console.data(sentence(check));
        }
        return exit;
    }

    private static String sentence(ChainCheck check) {
        return switch (check) {
            case ChainCheck.ChainHolds(var head) ->
                "the chain holds: " + head.sequence() + " entries, head " + head.hash();
            case ChainCheck.ChainBroken(var at, var why) -> "the chain is broken at entry " + at + ": " + why;
        };
    }
}
