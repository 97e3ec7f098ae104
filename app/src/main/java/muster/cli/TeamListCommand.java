package muster.cli;

import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.Callable;
import muster.wiring.OpenTeam;
import muster.wiring.TeamJson;
import muster.wiring.TeamWords;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Lists the gates, blockers or conflicts of a run.
@Command(mixinStandardHelpOptions = true, description = "Lists them, with where they stand and for whom they wait.")
final class TeamListCommand implements Callable<Integer> {

    private final Console console;
    private final Kind kind;

    @Mixin
    private final TeamOptions options = new TeamOptions();

    TeamListCommand(Console console, Kind kind) {
        this.console = console;
        this.kind = kind;
    }

    /// What is listed.
    enum Kind {
        GATES,
        BLOCKERS,
        CONFLICTS
    }

    @Override
    public Integer call() throws IOException {
        return options.with(console, this::list);
    }

    private Exit list(OpenTeam open) {
        var state = open.team().state();
        if (options.json()) {
            var schema = "muster." + kind.name().toLowerCase(Locale.ROOT) + "/1";
            console.json(
                    schema,
                    switch (kind) {
                        case GATES -> TeamJson.gates(state);
                        case BLOCKERS -> TeamJson.blockers(state);
                        case CONFLICTS -> TeamJson.conflicts(state);
                    });
            return Exit.YES;
        }
        var lines = switch (kind) {
            case GATES -> TeamWords.gates(state);
            case BLOCKERS -> TeamWords.blockers(state);
            case CONFLICTS -> TeamWords.conflicts(state);
        };
        lines.forEach(console::data);
        return Exit.YES;
    }
}
