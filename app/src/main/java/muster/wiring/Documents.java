package muster.wiring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import muster.jsonplans.JsonPlanImporter;
import muster.markdown.Imported;
import muster.markdown.MarkdownImporter;
import muster.plan.Parsed;
import muster.plan.Plan;
import muster.yaml.PlanReader;
import muster.yaml.PlanWriter;

/// Documents in, plans out.
public final class Documents {

    private Documents() {}

    /// Reads a plan file with what it includes.
    public static Parsed<Plan> plan(Path file) {
        return PlanReader.read(file);
    }

    /// Turns a document into a plan file: JSON if its name ends so, else Markdown. Nothing is written if the document
    /// cannot be read.
    public static Parsed<Imported> importDocument(Path document, Path out) throws IOException {
        var name = document.getFileName().toString();
        var bytes = Files.readAllBytes(document);
        var read = name.endsWith(".json")
                ? JsonPlanImporter.read(name, bytes)
                : new MarkdownImporter().readWhole(name, bytes);
        if (read instanceof Parsed.Ok<Imported>(var imported)) {
            WholeFile.write(out, PlanWriter.write(imported.plan()));
        }
        return read;
    }
}
