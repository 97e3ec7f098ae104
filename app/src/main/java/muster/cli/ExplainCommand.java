package muster.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import muster.observation.Redaction;
import muster.plan.ExpectationId;
import muster.plan.Ids;
import muster.plan.Parsed;
import muster.plan.Plan;
import muster.plan.TaskId;
import muster.schedule.SchedulingResult;
import muster.schedule.WorkItems;
import muster.wiring.Documents;
import muster.wiring.Explanation;
import muster.wiring.ExplanationJson;
import muster.wiring.ExplanationText;
import muster.wiring.PlanSchedule;
import muster.wiring.StartExplanation;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Explains one expectation or blocker.
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description =
                "Says everything that the newest audit knows of an expectation, or why a task starts when it does; exit 1 if "
                        + "it is unmet, unknown or has no place.")
final class ExplainCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private final WorkspaceOption workspace = new WorkspaceOption();

    @Parameters(index = "0", paramLabel = "ID", description = "id of the expectation or task")
    private String id = "";

    @Option(names = "--plan", paramLabel = "FILE", description = "explains a task or gate of this plan's schedule")
    private @Nullable Path plan;

    @Option(names = "--json", description = "print it as JSON")
    private boolean json;

    ExplainCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        if (plan != null) {
            return start(plan).code();
        }
        var found = Ids.isId(id) ? Explanation.of(workspace.get(), new ExpectationId(id)) : null;
        return switch (found) {
            case null ->
                console.refuse(
                                Exit.NOT_FOUND,
                                "no audit of '" + id + "' is kept\nMaybe run 'muster audit', or check the id")
                        .code();
            case Parsed.Failed<Explanation>(var problems) ->
                console.refuse(problems).code();
            case Parsed.Ok<Explanation>(var explanation) -> explain(explanation).code();
        };
    }

    private Exit start(Path file) throws IOException {
        if (!Files.exists(file)) {
            return console.refuse(Exit.NOT_FOUND, file + " is not there");
        }
        return switch (Documents.plan(file)) {
            case Parsed.Failed<Plan>(var problems) -> console.refuse(problems);
            case Parsed.Ok<Plan>(var read) ->
                switch (PlanSchedule.of(read, WorkItems.Days.KEEP).result()) {
                    case SchedulingResult.Impossible _ ->
                        console.refuse(
                                Exit.NO,
                                "the plan has no schedule\nMaybe 'muster schedule --plan " + file + "' tells why");
                    case SchedulingResult.Scheduled scheduled -> start(scheduled);
                };
        };
    }

    private Exit start(SchedulingResult.Scheduled scheduled) {
        var found = Ids.isId(id) ? StartExplanation.of(scheduled, new TaskId(id)) : Optional.<StartExplanation>empty();
        if (found.isEmpty()) {
            return console.refuse(
                    Exit.NOT_FOUND,
                    "the schedule has no '" + id + "'\nMaybe a gate, which is named gate:ID, or a part, ID:p1");
        }
        if (json) {
            console.json(StartExplanation.SCHEMA, found.get().fields());
        } else {
            found.get().lines().forEach(console::data);
        }
        return Exit.YES;
    }

    private Exit explain(Explanation explanation) {
        if (json) {
            console.json(ExplanationJson.SCHEMA, ExplanationJson.fields(explanation));
        } else {
            new ExplanationText(explanation)
                    .lines().stream().map(Redaction.of(Set.of())::redact).forEach(console::data);
        }
        return switch (explanation.assessment().readiness()) {
            case READY -> Exit.YES;
            case PARTIAL, MISSING, BLOCKED, UNKNOWN -> Exit.NO;
        };
    }
}
