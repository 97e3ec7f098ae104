package muster.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import muster.coordination.Charter;
import muster.coordination.CharterChanges;
import muster.coordination.CoordinationCommand;
import muster.coordination.CoordinationState;
import muster.engines.JournaledRun;
import muster.engines.JournaledTeam;
import muster.engines.Told;
import muster.plan.AgentId;
import muster.plan.Checking;
import muster.plan.FactId;
import muster.plan.LateResults;
import muster.plan.Parsed;
import muster.plan.Plan;
import muster.plan.TaskId;
import muster.replanning.Carried;
import muster.run.RunId;
import muster.run.WholeRun;
import muster.wiring.Beginning;
import muster.wiring.Documents;
import muster.wiring.PlanParts;
import muster.wiring.Workspace;
import muster.wiring.desk.Held;
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

    @Option(
            names = "--replan",
            description = "go on with the run by the plan file as it is now; what was begun stays as it was agreed")
    private boolean replan;

    @Option(names = "--as", paramLabel = "AGENT", converter = AgentConverter.class, description = "who replans")
    private @Nullable AgentId agent;

    @Option(names = "--reason", paramLabel = "TEXT", description = "why the plan is another")
    private @Nullable String reason;

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
        if (replan && (agent == null || reason == null)) {
            return console.refuse(Exit.USAGE, "--replan needs --as AGENT and --reason TEXT")
                    .code();
        }
        return switch (Documents.plan(file)) {
            case Parsed.Failed<Plan>(var problems) -> console.refuse(problems).code();
            case Parsed.Ok<Plan>(var read) -> unfolded(place, file, read).code();
        };
    }

    private Exit unfolded(Workspace place, Path file, Plan read) throws IOException, InterruptedException {
        return switch (PlanParts.of(file, read)) {
            case Parsed.Failed<SortedMap<TaskId, Plan>>(var problems) -> console.refuse(problems);
            case Parsed.Ok<SortedMap<TaskId, Plan>>(var parts) -> begin(place, file, new Unfolded(read, parts));
        };
    }

    private record Unfolded(Plan plan, SortedMap<TaskId, Plan> parts) {}

    private Exit begin(Workspace place, Path file, Unfolded unfolded) throws IOException, InterruptedException {
        var read = unfolded.plan();
        var id = run == null ? new RunId(read.header().id().value()) : run;
        var conduct = new WholeRun.Conduct(
                checked ? Checking.ANOTHER : Checking.NONE,
                late ? LateResults.TAKE_UNLESS_CLAIMED : LateResults.REFUSE);
        var start = Beginning.of(
                place, file, read, new Beginning.Setting(id, conduct, new TreeSet<>(facts), unfolded.parts()));
        if (replan) {
            return revise(place, start, read);
        }
        try (var journal = place.store().open()) {
            var journaled = new JournaledRun(journal, clock.get(), id, place.snapshots());
            var told = journaled.tell(start, "start");
            if (told instanceof Told.Refused(var why)) {
                return console.refuse(Exit.CONFLICT, why + "\nMaybe go on with it, or begin another: --run RUN");
            }
            if (told instanceof Told.Accepted) {
                new JournaledTeam(journal, clock.get(), id, place.snapshots())
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

    private Exit revise(Workspace place, muster.run.Command.Start next, Plan read) throws IOException {
        var id = next.plan().id();
        if (!place.store().exists()) {
            return console.refuse(Exit.NOT_FOUND, "no journal at " + place.store() + "; no run was begun there");
        }
        try (var journal = place.store().open()) {
            var team = new JournaledTeam(journal, clock.get(), id);
            var before = team.state();
            var other = Carried.into(next.plan(), before.run(), read);
            var revise = new muster.run.Command.Revise(
                    other, next.digest(), Objects.requireNonNull(agent), Objects.requireNonNull(reason));
            var told = team.tell(
                    new CoordinationCommand.Revise(Charter.of(read), List.of(revise)),
                    "revise/" + next.digest() + "/" + before.run().version());
            return switch (told) {
                case Told.Refused(var why) ->
                    console.refuse(Exit.CONFLICT, "run " + id + " keeps its plan: " + why.replace("; ", "\n  "));
                case Told.Accepted _, Told.AlreadyTold _ -> revised(before, team.state(), Charter.of(read));
            };
        }
    }

    private Exit revised(CoordinationState before, CoordinationState after, Charter charter) {
        var revisions = after.run().course().revisions();
        var changes = new ArrayList<String>();
        if (revisions.size() > before.run().course().revisions().size()) {
            changes.addAll(revisions.getLast().changes());
        }
        changes.addAll(CharterChanges.between(before, charter));
        var run = after.run().plan().id().value();
        if (json) {
            var fields = console.object().put("run", run).put("plan", revisions.size());
            var list = fields.putArray("changes");
            changes.forEach(list::add);
            console.json("muster.replan/1", fields);
        } else {
            console.data(
                    "run " + run + ": " + (changes.isEmpty() ? "the plan is the same" : "goes on by another plan"));
            changes.forEach(change -> console.data("  " + change));
        }
        return Exit.YES;
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
