package muster.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import muster.desk.Call;
import muster.desk.Reply;
import muster.desk.Route;
import muster.run.RunId;
import muster.wiring.Workspace;
import muster.wiring.desk.LocalDesk;
import muster.work.Until;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

/// Begins a run whose steps agents claim.
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = "Begins a run of a plan; its agents claim the steps, or 'muster work' performs them.")
final class RunCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private final PlaceOptions place = new PlaceOptions();

    @Option(
            names = "--plan",
            paramLabel = "FILE",
            description = "the plan, at a server in its workspace; default: the workspace's muster.yaml")
    private @Nullable Path plan;

    @Option(names = "--run", paramLabel = "RUN", description = "names the run; default: the plan's id")
    private @Nullable String run;

    @Option(names = "--fact", paramLabel = "FACT", description = "a fact that holds, beside those of the newest audit")
    private List<String> facts = new ArrayList<>();

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

    @Option(names = "--as", paramLabel = "AGENT", description = "who replans")
    private @Nullable String agent;

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

    RunCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (replan && (agent == null || reason == null)) {
            return console.refuse(Exit.USAGE, "--replan needs --as AGENT and --reason TEXT")
                    .code();
        }
        var call = new Call(replan ? Route.REPLAN : Route.BEGIN, fields(), null);
        if (!perform || replan) {
            return work.ingress().ask(console, place, call, clock.get());
        }
        return place.server(console) == null
                ? perform(call)
                : console.refuse(Exit.USAGE, "a server performs nothing\nMaybe muster work where its workspace is")
                        .code();
    }

    private ObjectNode fields() {
        var fields = console.object();
        facts.forEach(fields.putArray("facts")::add);
        fields.put("checked", checked).put("take_late", late);
        put(fields, "plan", plan);
        put(fields, "run", run);
        if (replan) {
            put(fields, "as", agent);
            put(fields, "reason", reason);
        }
        return fields;
    }

    private static void put(ObjectNode fields, String name, @Nullable Object value) {
        if (value != null) {
            fields.put(name, value.toString());
        }
    }

    /// Begins the run, or goes on with it if it was begun before, and works at it.
    private int perform(Call call) throws IOException, InterruptedException {
        var workspace = place.workspace();
        var reply = begin(workspace, call);
        var begun = begun(reply);
        if (begun == null) {
            return PlaceOptions.print(console, reply.shown(place.form()));
        }
        try (var journal = workspace.store().open()) {
            var asked =
                    new WorkOptions.Asked(workspace, journal, begun, List.of(), Until.IDLE, clock.get(), place.form());
            return work.work(console, asked).code();
        }
    }

    private Reply begin(Workspace workspace, Call call) throws IOException, InterruptedException {
        try (var restate = work.ingress().open(console.environment())) {
            return new LocalDesk(workspace, clock.get(), IngressOption.engine(console, restate)).answer(call);
        }
    }

    /// The run, if it begins now or was begun before.
    private static @Nullable RunId begun(Reply reply) {
        var document = switch (reply) {
            case Reply.Given given -> given.document();
            case Reply.Refused refused -> refused.document();
        };
        return document == null ? null : new RunId(document.fields().path("run").asString());
    }
}
