package muster.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import muster.plan.Parsed;
import muster.report.Format;
import muster.report.Renderings;
import muster.report.ReportReader;
import muster.report.ReportView;
import muster.wiring.WholeFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Writes a stored report in another form.
@Command(name = "report", mixinStandardHelpOptions = true, description = "Writes a report.json in another form.")
final class ReportCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(paramLabel = "REPORT.json", description = "a report that an audit has written")
    @SuppressWarnings("NullAway.Init")
    private Path file;

    @Option(names = "--format", required = true, paramLabel = "FORMAT", description = "one of ${COMPLETION-CANDIDATES}")
    @SuppressWarnings("NullAway.Init")
    private Format format;

    @Option(names = "--out", paramLabel = "FILE", description = "the file to write; default: standard output")
    private @Nullable Path out;

    ReportCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        return switch (ReportReader.read(file.toString(), Files.readString(file))) {
            case Parsed.Failed<ReportView>(var problems) ->
                console.refuse(problems).code();
            case Parsed.Ok<ReportView>(var view) ->
                write(Renderings.of(format).render(view)).code();
        };
    }

    private Exit write(byte[] bytes) throws IOException {
        if (out == null) {
            console.out().write(bytes);
            console.out().flush();
        } else {
            WholeFile.write(out, bytes);
            console.say("wrote " + out);
        }
        return Exit.YES;
    }
}
