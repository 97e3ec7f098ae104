package muster.cli;

import java.io.IOException;
import java.nio.file.Path;
import muster.charts.Look;
import muster.wiring.PlanSimulation;
import muster.wiring.SimulationFiles;
import muster.wiring.WholeFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Where the drawings of a forecast are written, if anywhere.
final class WrittenForecast {
    @Option(names = "--out", paramLabel = "DIR", description = "write the S-curve and the tornado there, in SVG")
    private @Nullable Path out;

    @Option(
            names = "--theme",
            paramLabel = "THEME",
            description =
                    "of drawings: ${COMPLETION-CANDIDATES}; default: ${DEFAULT-VALUE}, as the reader's system is set")
    private Look.Theme theme = Look.Theme.AUTO;

    void write(PlanSimulation.Done done, Console console) throws IOException {
        if (out == null) {
            return;
        }
        for (var file : SimulationFiles.of(done, new Look(theme, null)).entrySet()) {
            WholeFile.write(out.resolve(file.getKey()), file.getValue());
        }
        console.say("wrote the drawings to " + out);
    }
}
