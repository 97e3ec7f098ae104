package muster.cli;

import java.util.Set;
import java.util.concurrent.Callable;
import muster.observation.Redaction;
import muster.plan.ExpectationId;
import muster.plan.Ids;
import muster.plan.Parsed;
import muster.wiring.Explanation;
import muster.wiring.ExplanationJson;
import muster.wiring.ExplanationText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Explains one expectation or blocker.
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description =
                "Says everything that the newest audit knows of an expectation; exit 1 if it is unmet or unknown.")
final class ExplainCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private final WorkspaceOption workspace = new WorkspaceOption();

    @Parameters(index = "0", paramLabel = "BLOCKER", description = "id of the expectation")
    private String id = "";

    @Option(names = "--json", description = "print it as JSON")
    private boolean json;

    ExplainCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
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
