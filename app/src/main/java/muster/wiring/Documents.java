package muster.wiring;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import muster.jsonplans.JsonPlanImporter;
import muster.markdown.Imported;
import muster.markdown.MarkdownImporter;
import muster.plan.Location;
import muster.plan.Parsed;
import muster.plan.Plan;
import muster.planning.UsualRemedies;
import muster.yaml.Choices;
import muster.yaml.PlacedPlan;
import muster.yaml.PlanReader;
import muster.yaml.PlanWriter;

/// Documents in, plans out.
public final class Documents {

    private static final List<String> DOCUMENTS = List.of(".md", ".markdown", ".txt");

    private static final String FOLDER = "it is a folder";

    private Documents() {}

    /// Reads a plan file with what it includes, or imports a document.
    public static Parsed<Plan> plan(Path file) throws IOException {
        return plan(file, Choices.NONE);
    }

    /// @param choices profile and variables of a plan file
    static Parsed<Plan> plan(Path file, Choices choices) throws IOException {
        return isDocument(file) ? imported(file) : PlanReader.read(file, choices);
    }

    /// The same with the places of tasks and resources; of a document they are not known.
    public static Parsed<PlacedPlan> placed(Path file) throws IOException {
        if (!isDocument(file)) {
            return PlanReader.readPlaced(file);
        }
        return switch (imported(file)) {
            case Parsed.Failed<Plan>(var problems) -> new Parsed.Failed<>(problems);
            case Parsed.Ok<Plan>(var plan) ->
                new Parsed.Ok<>(new PlacedPlan(plan, new Location(file.toString(), 1, 1), Map.of(), Map.of()));
        };
    }

    static boolean isDocument(Path file) {
        var name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return DOCUMENTS.stream().anyMatch(name::endsWith);
    }

    private static Parsed<Plan> imported(Path document) throws IOException {
        var name = document.getFileName().toString();
        return switch (new MarkdownImporter().readWhole(name, InputFile.bytes(document, FOLDER))) {
            case Parsed.Ok<Imported>(var imported) -> new Parsed.Ok<>(imported.plan());
            case Parsed.Failed<Imported>(var problems) -> new Parsed.Failed<>(problems);
        };
    }

    /// Turns a document into a plan file: JSON if its name ends so, else Markdown. Nothing is written if the
    /// document cannot be read. What it states no remedy for has the usual one in the file, so that both give the
    /// same answers.
    public static Parsed<Imported> importDocument(Path document, Path out) throws IOException {
        var name = document.getFileName().toString();
        var bytes = InputFile.bytes(document, FOLDER);
        var read = name.endsWith(".json")
                ? JsonPlanImporter.read(name, bytes)
                : new MarkdownImporter().readWhole(name, bytes);
        if (read instanceof Parsed.Ok<Imported>(var imported)) {
            var plan = imported.plan();
            WholeFile.write(out, PlanWriter.write(isDocument(document) ? UsualRemedies.added(plan) : plan));
        }
        return read;
    }
}
