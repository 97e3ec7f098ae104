package muster.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import muster.report.Format;
import muster.report.Renderings;
import muster.report.ReportView;
import muster.report.Reports;
import muster.wiring.WholeFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Where the forms of a report are written, if anywhere.
final class WrittenReports {
    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "write the report there: report.json, every other form, and the plan's own documents")
    private @Nullable Path out;

    @Option(
            names = "--format",
            split = ",",
            paramLabel = "FORMAT",
            description = "write only these forms: ${COMPLETION-CANDIDATES}")
    private final List<Format> formats = new ArrayList<>();

    void write(ReportView view, Console console) throws IOException {
        if (out == null) {
            return;
        }
        Files.createDirectories(out);
        var wanted = formats.isEmpty() ? List.of(Format.values()) : formats;
        for (var format : wanted) {
            WholeFile.write(
                    out.resolve("report." + format.extension()),
                    Renderings.of(format).render(view));
        }
        if (wanted.contains(Format.MARKDOWN)) {
            for (var document : new Reports().write(view).entrySet()) {
                WholeFile.write(inside(out, document.getKey()), document.getValue());
            }
        }
        console.say("wrote the report to " + out);
    }

    /// The plan names its documents, and no plan may name one outside the folder.
    private static Path inside(Path folder, String path) throws IOException {
        var file = folder.resolve(path).normalize();
        if (!file.startsWith(folder.normalize())) {
            throw new IOException("the document " + path + " leads out of " + folder);
        }
        Files.createDirectories(file.getParent());
        return file;
    }
}
