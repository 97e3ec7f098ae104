package muster.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import muster.markdown.ImportCounts;
import muster.plan.Parsed;
import muster.plan.Plan;
import muster.wiring.Documents;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Turns a Markdown document into a plan file.
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = "Turns a Markdown document into a plan file and prints what it found.")
final class ImportCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(paramLabel = "FILE", description = "the document, in Markdown")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Option(names = "--out", paramLabel = "FILE.yaml", required = true, description = "the plan file to write")
    @SuppressWarnings("NullAway.Init")
    private Path out;

    @Option(names = "--json", description = "print the counts as JSON")
    private boolean json;

    ImportCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        return switch (Documents.importMarkdown(file, out)) {
            case Parsed.Ok<Plan>(var plan) -> print(plan).code();
            case Parsed.Failed<Plan>(var problems) -> console.refuse(problems).code();
        };
    }

    private Exit print(Plan plan) {
        var counts = ImportCounts.of(plan).byName();
        if (json) {
            var fields = console.object().put("file", file.toString()).put("out", out.toString());
            counts.forEach(fields::put);
            console.json("muster.import/1", fields);
        } else {
            counts.forEach((name, count) -> console.data(String.format("%6d  %s", count, name.replace('_', ' '))));
        }
        plan.notes().warnings().forEach(warning -> console.say("warning: " + warning));
        plan.notes()
                .needsDecision()
                .forEach(item -> console.say("needs decision: " + item.question()));
        console.say("wrote " + out);
        return Exit.YES;
    }
}
