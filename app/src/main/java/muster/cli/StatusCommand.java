package muster.cli;

import java.nio.file.Files;
import java.util.concurrent.Callable;
import muster.run.RunRules;
import muster.run.RunState;
import muster.storage.SqliteJournal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Shows where the runs of a workspace stand.
@Command(name = "status", mixinStandardHelpOptions = true, description = "Shows where the runs of a workspace stand.")
final class StatusCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private final WorkspaceOption workspace = new WorkspaceOption();

    @Option(names = "--json", description = "print the state as JSON")
    private boolean json;

    StatusCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        return 0;
    }
}
