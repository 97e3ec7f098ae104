package muster.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import muster.desk.Route;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Lists the gates, blockers or conflicts of a run.
@Command(mixinStandardHelpOptions = true, description = "Lists them, with where they stand and for whom they wait.")
final class TeamListCommand implements Callable<Integer> {

    private final Console console;
    private final Route route;

    @Mixin
    private final DeskOptions desk = new DeskOptions();

    TeamListCommand(Console console, Route route) {
        this.console = console;
        this.route = route;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        return desk.ask(console, route, fields -> fields);
    }
}
