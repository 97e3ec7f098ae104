package muster.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import muster.observation.Redaction;
import muster.plan.Parsed;
import muster.wiring.Answered;
import muster.wiring.AnswersJson;
import muster.wiring.AnswersText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Answers questions.
@Command(
        name = "answer",
        mixinStandardHelpOptions = true,
        description = "Answers the plan's questions, or others, by the newest audit; exit 1 if it is no or not known.")
final class AnswerCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private final WorkspaceOption workspace = new WorkspaceOption();

    @Parameters(paramLabel = "QUESTION", description = "what to answer; default: the questions of the plan")
    private final List<String> questions = new ArrayList<>();

    @Option(names = "--json", description = "print it as JSON")
    private boolean json;

    AnswerCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        var exit = switch (Answered.of(workspace.get(), questions)) {
            case null -> console.refuse(Exit.NOT_FOUND, "no audit is kept here\nMaybe run 'muster audit' first");
            case Parsed.Failed<Answered>(var problems) -> console.refuse(problems);
            case Parsed.Ok<Answered>(var found) -> print(found);
        };
        return exit.code();
    }

    private Exit print(Answered answered) {
        if (json) {
            console.json(AnswersJson.SCHEMA, AnswersJson.fields(answered));
        } else {
            AnswersText.lines(answered).stream()
                    .map(Redaction.of(Set.of())::redact)
                    .forEach(console::data);
        }
        return answered.isYes() ? Exit.YES : Exit.NO;
    }
}
