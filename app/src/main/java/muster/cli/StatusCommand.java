package muster.cli;

import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.Callable;
import muster.coordination.CoordinationState;
import muster.coordination.TeamWait;
import muster.run.RunState;
import muster.run.Step;
import muster.run.StepState;
import muster.wiring.Runs;
import muster.wiring.TeamJson;
import muster.wiring.TeamWords;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ObjectNode;

/// Shows where the runs of a workspace stand.
@Command(name = "status", mixinStandardHelpOptions = true, description = "Shows where the runs of a workspace stand.")
final class StatusCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private final WorkspaceOption workspace = new WorkspaceOption();

    @Option(
            names = "--at",
            paramLabel = "INSTANT",
            converter = InstantConverter.class,
            description = "as it was then; default: now")
    private @Nullable Instant at;

    @Option(names = "--json", description = "print the state as JSON")
    private boolean json;

    StatusCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        var place = workspace.get();
        if (!place.store().exists()) {
            return console.refuse(Exit.NOT_FOUND, "no journal at " + place.store() + "; no run was begun there")
                    .code();
        }
        try (var journal = place.store().openReadOnly()) {
            var fields = console.object().put("workspace", place.root().toString());
            var list = fields.putArray("runs");
            for (var run : Runs.states(journal, place.snapshots(), when(Instant.MAX))) {
                var tree = tree(run);
                list.add(tree);
                if (!json) {
                    print(run);
                }
                if (TeamWait.alone(run)) {
                    tellWaits(tree, Runs.team(journal, run.plan().id(), at));
                }
            }
            if (json) {
                console.json("muster.status/1", fields);
            }
        }
        return Exit.YES.code();
    }

    private ObjectNode tree(RunState run) {
        var tree = console.object()
                .put("run", run.plan().id().value())
                .put("status", Held.word(run))
                .put("events", run.version());
        var steps = tree.putArray("steps");
        for (var step : run.plan().steps()) {
            var fields = steps.addObject()
                    .put("id", step.id().value())
                    .put("title", step.title())
                    .put("state", Held.word(run.step(step.id())));
            var hold = run.claims().hold(step.id());
            if (hold != null) {
                Held.put(fields, hold);
            }
        }
        CourseShown.put(tree, run, when(Instant.now()));
        var gates = tree.putArray("gates");
        run.gates()
                .forEach((gate, state) -> gates.addObject()
                        .put("id", gate.value())
                        .put("state", state.getClass().getSimpleName().toLowerCase(Locale.ROOT)));
        return tree;
    }

    private void tellWaits(ObjectNode tree, CoordinationState team) {
        TeamJson.waits(tree, team);
        if (!json) {
            TeamWords.waits(team).forEach(wait -> console.data("  waits for " + wait));
        }
    }

    private void print(RunState run) {
        var done = run.steps().values().stream()
                .filter(StepState.Done.class::isInstance)
                .count();
        console.data("run " + run.plan().id() + ": " + Held.word(run) + ", " + done + " of "
                + run.steps().size() + " steps done, " + run.version() + " events");
        for (var step : run.plan().steps()) {
            console.data(String.format(
                    Locale.ROOT, "  %-10s %s%s", Held.word(run.step(step.id())), step.title(), by(run, step)));
        }
        CourseShown.lines(run, when(Instant.now())).forEach(console::data);
    }

    private Instant when(Instant otherwise) {
        return at == null ? otherwise : at;
    }

    private static String by(RunState run, Step step) {
        var hold = run.claims().hold(step.id());
        return hold == null ? "" : " (" + hold.by() + ", lease until " + hold.until() + ")";
    }
}
