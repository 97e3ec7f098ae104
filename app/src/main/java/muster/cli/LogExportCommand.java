package muster.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Prints every entry of the journal.
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = "Prints every entry as one line of JSON; with these lines alone the chain can be verified.")
final class LogExportCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private final WorkspaceOption workspace = new WorkspaceOption();

    LogExportCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        var journal = workspace.get().store();
        if (!journal.exists()) {
            return console.refuse(Exit.NOT_FOUND, "no journal at " + journal).code();
        }
        try (var reader = journal.openReadOnly()) {
            reader.export(console::data);
        }
        return Exit.YES.code();
    }
}
