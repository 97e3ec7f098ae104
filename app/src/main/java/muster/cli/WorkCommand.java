package muster.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import muster.desk.Form;
import muster.run.RunId;
import muster.work.Until;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Performs the actions of a run's steps.
@Command(
        name = "work",
        mixinStandardHelpOptions = true,
        description =
                "Claims steps and performs their actions until there is nothing left that AGENT may do by itself.")
final class WorkCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private final WorkspaceOption workspace = new WorkspaceOption();

    @Option(
            names = "--as",
            paramLabel = "AGENT",
            description = "in whose name; may be given several times; default: all of the run's agents")
    private final List<String> agents = new ArrayList<>();

    @Option(
            names = "--run",
            paramLabel = "RUN",
            converter = RunConverter.class,
            description = "the run; default: the one that began last")
    private @Nullable RunId run;

    @ArgGroup
    private final Span until = new Span();

    @Mixin
    private final WorkOptions options = new WorkOptions();

    @Mixin
    private final ClockOption clock = new ClockOption();

    @Option(names = "--json", description = "print what was done as JSON")
    private boolean json;

    /// How long it works.
    private static final class Span {
        @Option(names = "--once", description = "perform one step, or none if there is none")
        private boolean once;

        @Option(names = "--until-done", description = "wait for further steps until the run has ended")
        private boolean untilDone;

        Until until() {
            if (once) {
                return Until.ONCE;
            }
            return untilDone ? Until.ENDED : Until.IDLE;
        }
    }

    WorkCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        var place = workspace.get();
        if (!place.store().exists()) {
            return console.refuse(
                            Exit.NOT_FOUND,
                            "no journal at " + place.store() + "; no run was begun there\nMaybe begin one: muster run")
                    .code();
        }
        var form = json ? Form.JSON : Form.WORDS;
        return RunChoice.with(console, place.store()::open, run, (journal, chosen) -> {
            var asked = new WorkOptions.Asked(place, journal, chosen, agents, until.until(), clock.get(), form);
            return options.work(console, asked).code();
        });
    }
}
