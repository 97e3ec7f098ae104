package muster.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import muster.coordination.CoordinationCommand;
import muster.engines.JournaledTeam;
import muster.engines.Told;
import muster.observation.Redaction;
import muster.plan.AgentId;
import muster.plan.FactId;
import muster.plan.Parsed;
import muster.plan.TaskId;
import muster.replanning.RunFacts;
import muster.replanning.Words;
import muster.run.RunId;
import muster.storage.Journal;
import muster.wiring.Replanned;
import muster.wiring.ReplannedJson;
import muster.wiring.ReplannedText;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Plans the rest of a run again.
@Command(
        name = "replan",
        mixinStandardHelpOptions = true,
        description = "Plans the rest of a run again from its state and the newest audit; exit 1 if nothing reaches "
                + "the goal, 5 if work that is under way would be dropped.")
final class ReplanCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private final WorkspaceOption workspace = new WorkspaceOption();

    @Option(names = "--plan", paramLabel = "FILE", description = "the plan; default: the workspace's muster.yaml")
    private @Nullable Path plan;

    @Option(
            names = "--run",
            paramLabel = "RUN",
            converter = RunConverter.class,
            description = "the run; default: the one that began last")
    private @Nullable RunId run;

    @Option(
            names = "--holds",
            paramLabel = "FACT",
            converter = FactConverter.class,
            description = "a fact that holds now")
    private List<FactId> holding = new ArrayList<>();

    @Option(
            names = "--fails",
            paramLabel = "FACT",
            converter = FactConverter.class,
            description = "a fact that does not hold any more")
    private List<FactId> failing = new ArrayList<>();

    @Option(
            names = "--retry",
            paramLabel = "TASK",
            converter = TaskConverter.class,
            description = "a step that failed and may be tried again")
    private List<TaskId> retried = new ArrayList<>();

    @Option(
            names = "--drop",
            paramLabel = "TASK",
            converter = TaskConverter.class,
            description = "a step that may be taken from whoever is at it")
    private List<TaskId> dropped = new ArrayList<>();

    @Option(names = "--apply", description = "go on with the run like this; without it nothing is changed")
    private boolean apply;

    @Option(names = "--as", paramLabel = "AGENT", converter = AgentConverter.class, description = "who replans")
    private @Nullable AgentId agent;

    @Option(names = "--reason", paramLabel = "TEXT", description = "why the plan is another")
    private @Nullable String reason;

    @Mixin
    private final ClockOption clock = new ClockOption();

    @Option(names = "--json", description = "print it as JSON")
    private boolean json;

    ReplanCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        var place = workspace.get();
        var file = plan == null ? place.plan() : plan;
        if (!Files.exists(file)) {
            return console.refuse(Exit.NOT_FOUND, file + " is not there\nMaybe name the plan: --plan FILE")
                    .code();
        }
        if (!place.store().exists()) {
            return console.refuse(Exit.NOT_FOUND, "no journal at " + place.store() + "; no run was begun there")
                    .code();
        }
        if (apply && (agent == null || reason == null)) {
            return console.refuse(Exit.USAGE, "--apply needs --as AGENT and --reason TEXT")
                    .code();
        }
        return RunChoice.with(console, place.store()::open, run, (journal, chosen) -> {
            var words = new Words(
                    new TreeSet<>(holding), new TreeSet<>(failing), new TreeSet<>(retried), new TreeSet<>(dropped));
            var known = RunFacts.of(chosen, journal.read(chosen, 0));
            var subject = new Replanned.Subject(place, file, known, words);
            return switch (Replanned.of(subject, clock.get().instant())) {
                case Parsed.Failed<Replanned>(var problems) ->
                    console.refuse(problems).code();
                case Parsed.Ok<Replanned>(var replanned) ->
                    answer(journal, replanned).code();
            };
        });
    }

    private Exit answer(Journal journal, Replanned replanned) {
        var replan = replanned.replan();
        var told = apply && replan.isPlan() && replan.against().isEmpty() && replan.changes()
                ? told(journal, replanned)
                : null;
        if (told instanceof Told.Refused(var why)) {
            return console.refuse(
                    Exit.CONFLICT,
                    "run " + replan.state().plan().id() + " keeps its plan: " + why.replace("; ", "\n  "));
        }
        if (json) {
            console.json(ReplannedJson.SCHEMA, ReplannedJson.fields(replanned).put("applied", told != null));
        } else {
            var redaction = Redaction.of(Set.of());
            ReplannedText.lines(replanned).stream().map(redaction::redact).forEach(console::data);
            console.data(end(replanned, told));
        }
        return replan.against().isEmpty() ? (replan.isPlan() ? Exit.YES : Exit.NO) : Exit.CONFLICT;
    }

    private Told told(Journal journal, Replanned replanned) {
        var state = replanned.replan().state();
        var team = new JournaledTeam(journal, clock.get(), state.plan().id());
        var orders = replanned
                .replan()
                .orders(replanned.digest(), Objects.requireNonNull(agent), Objects.requireNonNull(reason));
        return team.tell(
                new CoordinationCommand.Revise(team.state().charter(), orders),
                "replan/" + replanned.digest() + "/" + state.version());
    }

    private static String end(Replanned replanned, @Nullable Told told) {
        var replan = replanned.replan();
        if (told != null) {
            return "the run goes on like this";
        }
        if (!replan.isPlan() || !replan.changes()) {
            return "nothing is changed";
        }
        return replan.against().isEmpty()
                ? "nothing is changed yet; Maybe go on like this: --apply --as AGENT --reason TEXT"
                : "nothing is changed; Maybe wait for what is under way, or have it taken away: --drop TASK";
    }
}
