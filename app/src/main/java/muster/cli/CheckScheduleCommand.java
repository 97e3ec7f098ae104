package muster.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import muster.plan.Parsed;
import muster.plan.Plan;
import muster.schedule.ScheduleCheck;
import muster.schedule.WorkItems;
import muster.wiring.Documents;
import muster.wiring.PlanSchedule;
import muster.wiring.ScheduleJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Checks a schedule against its plan.
@Command(
        name = "check-schedule",
        mixinStandardHelpOptions = true,
        description =
                "Checks a schedule against its plan, without any part of the scheduler; exit 1 if a rule is broken.")
final class CheckScheduleCommand implements Callable<Integer> {

    private final Console console;

    @Option(names = "--plan", paramLabel = "FILE", required = true, description = "the plan file")
    @SuppressWarnings("NullAway.Init")
    private Path plan;

    @Option(
            names = "--schedule",
            paramLabel = "FILE.json",
            required = true,
            description = "what 'muster schedule --json' printed")
    @SuppressWarnings("NullAway.Init")
    private Path schedule;

    @Option(names = "--ignore-days", description = "the days of the plan hold no task back")
    private boolean ignoreDays;

    @Option(names = "--json", description = "print the faults as JSON")
    private boolean json;

    CheckScheduleCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        for (var file : List.of(plan, schedule)) {
            if (!Files.exists(file)) {
                return console.refuse(Exit.NOT_FOUND, file + " is not there").code();
            }
        }
        return switch (Documents.plan(plan)) {
            case Parsed.Failed<Plan>(var problems) -> console.refuse(problems).code();
            case Parsed.Ok<Plan>(var read) -> check(read).code();
        };
    }

    private Exit check(Plan read) throws IOException {
        try {
            var problem = PlanSchedule.problem(read, ignoreDays ? WorkItems.Days.IGNORE : WorkItems.Days.KEEP);
            return print(ScheduleCheck.faults(problem, ScheduleJson.read(Files.readString(schedule))));
        } catch (IllegalArgumentException unreadable) {
            return console.refuse(Exit.INVALID, schedule + ": " + unreadable.getMessage());
        }
    }

    private Exit print(List<String> faults) {
        if (json) {
            var fields = console.object().put("valid", faults.isEmpty());
            var list = fields.putArray("faults");
            faults.forEach(list::add);
            console.json("muster.check-schedule/1", fields);
        } else if (faults.isEmpty()) {
            console.data("valid");
        } else {
            faults.forEach(console::data);
        }
        return faults.isEmpty() ? Exit.YES : Exit.NO;
    }
}
