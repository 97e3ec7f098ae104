package muster.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import muster.coordination.Charter;
import muster.coordination.CoordinationCommand;
import muster.engines.JournaledRun;
import muster.engines.JournaledTeam;
import muster.engines.Told;
import muster.plan.FactId;
import muster.plan.Parsed;
import muster.plan.Plan;
import muster.run.RunId;
import muster.run.Terms;
import muster.run.WholeRun;
import muster.wiring.Beginning;
import muster.wiring.Documents;
import muster.wiring.Workspace;
import muster.work.Until;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Begins a run whose steps agents claim.
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = "Begins a run of a plan; its agents claim the steps, or 'muster work' performs them.")
final class RunCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private final WorkspaceOption workspace = new WorkspaceOption();

    @Option(names = "--plan", paramLabel = "FILE", description = "the plan; default: the workspace's muster.yaml")
    private @Nullable Path plan;

    @Option(
            names = "--run",
            paramLabel = "RUN",
            converter = RunConverter.class,
            description = "names the run; default: the plan's id")
    private @Nullable RunId run;

    @Option(
            names = "--fact",
            paramLabel = "FACT",
            converter = FactConverter.class,
            description = "a fact that holds, beside those of the newest audit")
    private List<FactId> facts = new ArrayList<>();

    @Option(names = "--checked", description = "finished work counts once another agent accepted it")
    private boolean checked;

    @Option(
            names = "--take-late",
            description = "results that come after the lease are taken unless the step was claimed again")
    private boolean late;

    @Mixin
    private final ClockOption clock = new ClockOption();

    @Option(
            names = "--perform",
            description = "perform what can be performed without people, in the names of all agents; a run that was "
                    + "begun before goes on")
    private boolean perform;

    @Mixin
    private final WorkOptions work = new WorkOptions();

    @Option(names = "--json", description = "print the outcome as JSON")
    private boolean json;

    RunCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        var place = workspace.get();
        var file = plan == null ? place.plan() : plan;
        if (!Files.exists(file)) {
            return console.refuse(Exit.NOT_FOUND, file + " is not there\nMaybe name the plan: --plan FILE")
                    .code();
        }
        return switch (Documents.plan(file)) {
            case Parsed.Failed<Plan>(var problems) -> console.refuse(problems).code();
            case Parsed.Ok<Plan>(var read) -> begin(place, file, read).code();
        };
    }

    private Exit begin(Workspace place, Path file, Plan read) throws IOException, InterruptedException {
        var id = run == null ? new RunId(read.header().id().value()) : run;
        var conduct = new WholeRun.Conduct(
                checked ? Terms.Checking.ANOTHER : Terms.Checking.NONE,
                late ? Terms.LateResults.TAKE_UNLESS_CLAIMED : Terms.LateResults.REFUSE);
        var start = Beginning.of(place, file, read, new Beginning.Setting(id, conduct, new TreeSet<>(facts)));
        try (var journal = place.store().open()) {
            var journaled = new JournaledRun(journal, clock.get(), id);
            var told = journaled.tell(start, "start");
            if (told instanceof Told.Refused(var why)) {
                return console.refuse(Exit.CONFLICT, why + "\nMaybe go on with it, or begin another: --run RUN");
            }
            if (told instanceof Told.Accepted) {
                new JournaledTeam(journal, clock.get(), id)
                        .tell(new CoordinationCommand.Agree(Charter.of(read)), "agree");
                journaled.catchUp();
            }
            if (perform) {
                return work.work(
                        console,
                        new WorkOptions.Asked(
                                place,
                                journal,
                                id,
                                List.of(),
                                Until.IDLE,
                                clock.get(),
                                json ? WorkOptions.Form.JSON : WorkOptions.Form.WORDS));
            }
            return told instanceof Told.Accepted
                    ? print(journaled)
                    : console.refuse(
                            Exit.CONFLICT,
                            "run " + id + " was begun before\nMaybe go on with it, or begin another: --run RUN");
        }
    }

    private Exit print(JournaledRun journaled) {
        var state = journaled.state();
        var id = state.plan().id().value();
        if (json) {
            console.json(
                    "muster.run/1",
                    console.object()
                            .put("run", id)
                            .put("status", Held.word(state))
                            .put("steps", state.steps().size())
                            .put("ready", state.ready().size()));
        } else {
            console.data("run " + id + ": " + state.steps().size() + " steps, "
                    + state.ready().size() + " ready");
        }
        return Exit.YES;
    }
}
