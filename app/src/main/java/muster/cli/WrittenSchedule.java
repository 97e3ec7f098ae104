package muster.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import muster.charts.ScheduleForm;
import muster.schedule.SchedulingResult;
import muster.wiring.PlanSchedule;
import muster.wiring.ScheduleFiles;
import muster.wiring.WholeFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Where the forms of a schedule are written, if anywhere.
final class WrittenSchedule {
    @Option(names = "--out", paramLabel = "DIR", description = "write the schedule there, in every form")
    private @Nullable Path out;

    @Option(
            names = "--format",
            split = ",",
            paramLabel = "FORMAT",
            description = "write only these forms: ${COMPLETION-CANDIDATES}")
    private final List<ScheduleForm> formats = new ArrayList<>();

    @Mixin
    private final LookOptions look = new LookOptions();

    void write(PlanSchedule planned, SchedulingResult.Scheduled scheduled, Console console) throws IOException {
        if (out == null) {
            return;
        }
        var wanted = formats.isEmpty() ? List.of(ScheduleForm.values()) : formats;
        for (var file :
                ScheduleFiles.of(planned, scheduled, wanted, look.look()).entrySet()) {
            WholeFile.write(out.resolve(file.getKey()), file.getValue());
        }
        console.say("wrote the schedule to " + out);
    }
}
