package muster.cli;

import java.util.List;
import java.util.concurrent.Callable;
import muster.storage.ChainCheck;
import muster.storage.ChainHead;
import muster.storage.StateCheck;
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
            var check = reader.verify(ChainHead.NONE);
            var folded = check instanceof ChainCheck.ChainHolds
                    ? StateCheck.of(reader, workspace.get().snapshots())
                    : List.<StateCheck.Folded>of();
            return print(check, folded).code();
        }
    }

    private Exit print(ChainCheck check, List<StateCheck.Folded> folded) {
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
        var runs = fields.putArray("runs");
        for (var run : folded) {
            var each = runs.addObject().put("run", run.run().value()).put("events", run.events());
            run.agreeing().forEach(each.putArray("snapshots_agreeing")::add);
            run.differing().forEach(each.putArray("snapshots_differing")::add);
        }
        if (json) {
            console.json("muster.log-verify/1", fields);
        } else {
            console.data(sentence(check));
            folded.forEach(run -> console.data(sentence(run)));
        }
        return folded.stream().allMatch(run -> run.differing().isEmpty()) ? exit : Exit.NO;
    }

    private static String sentence(StateCheck.Folded run) {
        return "run " + run.run() + ": " + run.events() + " events folded, "
                + run.agreeing().size()
                + " snapshots agree"
                + (run.differing().isEmpty()
                        ? ""
                        : ", those of versions " + run.differing() + " do not\nMaybe delete them, they are a cache");
    }

    private static String sentence(ChainCheck check) {
        return switch (check) {
            case ChainCheck.ChainHolds(var head) ->
                "the chain holds: " + head.sequence() + " entries, head " + head.hash();
            case ChainCheck.ChainBroken(var at, var why) -> "the chain is broken at entry " + at + ": " + why;
        };
    }
}
