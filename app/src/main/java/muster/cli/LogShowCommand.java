package muster.cli;

import java.util.concurrent.Callable;
import muster.run.Recorded;
import muster.run.RunId;
import muster.storage.EventLine;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/// Shows what happened in a run.
@Command(name = "show", mixinStandardHelpOptions = true, description = "Shows what happened in a run, event by event.")
final class LogShowCommand implements Callable<Integer> {

    /// Entries read at one time.
    private static final int PAGE = 1000;

    private final Console console;

    @Mixin
    private final WorkspaceOption workspace = new WorkspaceOption();

    @Option(
            names = "--run",
            paramLabel = "RUN",
            converter = RunConverter.class,
            description = "the run; default: the one that began last")
    private @Nullable RunId run;

    @Option(names = "--after", paramLabel = "VERSION", description = "only what came after; default: ${DEFAULT-VALUE}")
    private long after;

    @Option(names = "--json", description = "print an object a line: version, at, command, event")
    private boolean json;

    LogShowCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        var place = workspace.get().store();
        if (!place.exists()) {
            return console.refuse(Exit.NOT_FOUND, "no journal at " + place).code();
        }
        return RunChoice.with(console, place::openReadOnly, run, (journal, chosen) -> {
            var page = journal.read(chosen, after, PAGE);
            while (!page.isEmpty()) {
                page.forEach(each -> console.data(line(each)));
                page = journal.read(chosen, page.getLast().version(), PAGE);
            }
            return Exit.YES.code();
        });
    }

    private String line(Recorded entry) {
        if (!json) {
            return entry.version() + "  " + entry.at() + "  " + EventLine.of(entry.event());
        }
        var line = JsonMapper.shared().createObjectNode();
        line.put("version", entry.version());
        line.put("at", entry.at().toString());
        line.put("command", entry.command());
        return line.set("event", EventLine.json(entry.event())).toString();
    }
}
