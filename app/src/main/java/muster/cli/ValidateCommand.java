package muster.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import muster.plan.Parsed;
import muster.plan.Plan;
import muster.plan.Problem;
import muster.wiring.Documents;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Checks a plan file.
@Command(
        name = "validate",
        mixinStandardHelpOptions = true,
        description = "Checks a plan file; prints every problem with its place.")
final class ValidateCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(paramLabel = "FILE.yaml", description = "the plan file")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Option(names = "--json", description = "print the problems as JSON")
    private boolean json;

    ValidateCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if (!Files.exists(file)) {
            return console.refuse(Exit.NOT_FOUND, file + " is not there").code();
        }
        var problems = switch (Documents.plan(file)) {
            case Parsed.Ok<Plan> _ -> List.<Problem>of();
            case Parsed.Failed<Plan>(var found) -> found;
        };
        var exit = problems.isEmpty() ? Exit.YES : Exit.INVALID;
        if (json) {
            print(problems);
            return exit.code();
        }
        if (problems.isEmpty()) {
            console.data(file + ": a valid plan");
            return exit.code();
        }
        return console.refuse(problems).code();
    }

    private void print(List<Problem> problems) {
        var fields = console.object().put("file", file.toString()).put("ok", problems.isEmpty());
        var list = fields.putArray("problems");
        for (var problem : problems) {
            list.addObject()
                    .put("file", problem.at().file())
                    .put("line", problem.at().line())
                    .put("column", problem.at().column())
                    .put("message", problem.message())
                    .put("hint", problem.hint());
        }
        console.json("muster.validate/1", fields);
    }
}
