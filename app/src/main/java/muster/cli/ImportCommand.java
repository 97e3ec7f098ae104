package muster.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import muster.markdown.ImportCounts;
import muster.markdown.Imported;
import muster.plan.Parsed;
import muster.wiring.Documents;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Turns a document into a plan file.
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = "Turns a Markdown document, or a plan in JSON, into a plan file and prints what it found.")
final class ImportCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(paramLabel = "FILE", description = "the document, in Markdown, or in JSON if its name ends so")
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
        return switch (Documents.importDocument(file, out)) {
            case Parsed.Ok<Imported>(var imported) -> print(imported).code();
            case Parsed.Failed<Imported>(var problems) ->
                console.refuse(problems).code();
        };
    }

    private Exit print(Imported imported) {
        var counts = byName(imported.counts());
        if (json) {
            var fields = console.object().put("file", file.toString()).put("out", out.toString());
            counts.forEach(fields::put);
            console.json("muster.import/1", fields);
        } else {
            counts.forEach((name, count) ->
                    console.data(String.format(Locale.ROOT, "%6d  %s", count, name.replace('_', ' '))));
        }
        imported.plan().notes().warnings().forEach(warning -> console.say("warning: " + warning));
        imported.plan().notes().needsDecision().forEach(item -> console.say("needs decision: " + item.question()));
        console.say("wrote " + out);
        return Exit.YES;
    }

    /// Tasks are those that the document marks as tasks by a box, if it marks any; what it states beside them is
    /// counted apart.
    private static Map<String, Integer> byName(ImportCounts counts) {
        var tasks = counts.boxes() > 0 ? counts.boxes() : counts.tasks();
        var names = new LinkedHashMap<String, Integer>();
        names.put("agents", counts.agents());
        names.put("phases", counts.phases());
        names.put("tasks", tasks);
        names.put("tasks_without_box", counts.tasks() - tasks);
        names.put("expectations", counts.expectations());
        names.put("file_expectations", counts.fileExpectations());
        names.put("in_scope", counts.inScope());
        names.put("deliverables", counts.deliverables());
        names.put("claims", counts.claims());
        names.put("example_claims", counts.exampleClaims());
        names.put("questions", counts.questions());
        names.put("gates", counts.gates());
        names.put("handoffs", counts.handoffs());
        names.put("meetings", counts.meetings());
        names.put("conflict_rules", counts.conflictRules());
        names.put("risks", counts.risks());
        names.put("metrics", counts.metrics());
        names.put("alerts", counts.alerts());
        names.put("rollbacks", counts.rollbacks());
        names.put("reviews", counts.reviews());
        names.put("repairs", counts.repairs());
        names.put("needs_decision", counts.needsDecision());
        names.put("warnings", counts.warnings());
        return names;
    }
}
