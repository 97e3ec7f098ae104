package muster.cli;

import java.nio.file.Files;
import java.util.Locale;
import java.util.concurrent.Callable;
import muster.run.RunState;
import muster.run.StepState;
import muster.storage.SqliteJournal;
import muster.wiring.Runs;
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

    @Option(names = "--json", description = "print the state as JSON")
    private boolean json;

    StatusCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        var place = workspace.get();
        if (!Files.exists(place.journal())) {
            return console.refuse(Exit.NOT_FOUND, "no journal at " + place.journal() + "; no run was begun there")
                    .code();
        }
        try (var journal = SqliteJournal.openReadOnly(place.journal())) {
            var fields = console.object().put("workspace", place.root().toString());
            var list = fields.putArray("runs");
            for (var run : Runs.states(journal)) {
                list.add(tree(run));
                if (!json) {
                    print(run);
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
                .put("status", word(run.status()))
                .put("events", run.version());
        var steps = tree.putArray("steps");
        for (var step : run.plan().steps()) {
            steps.addObject()
                    .put("id", step.id().value())
                    .put("title", step.title())
                    .put("state", word(run.step(step.id())));
        }
        var gates = tree.putArray("gates");
        run.gates()
                .forEach((gate, state) -> gates.addObject()
                        .put("id", gate.value())
                        .put("state", state.getClass().getSimpleName().toLowerCase(Locale.ROOT)));
        return tree;
    }

    private void print(RunState run) {
        var done = run.steps().values().stream()
                .filter(StepState.Done.class::isInstance)
                .count();
        console.data("run " + run.plan().id() + ": " + word(run.status()) + ", " + done + " of "
                + run.steps().size() + " steps done, " + run.version() + " events");
        for (var step : run.plan().steps()) {
            console.data(String.format(Locale.ROOT, "  %-10s %s", word(run.step(step.id())), step.title()));
        }
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String word(StepState state) {
        return state.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }
}
