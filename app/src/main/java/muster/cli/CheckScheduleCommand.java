package muster.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import muster.plan.Parsed;
import muster.plan.Plan;
import muster.schedule.ScheduleCheck;
import muster.schedule.SchedulingProblem;
import muster.schedule.WorkItems;
import muster.wiring.Documents;
import muster.wiring.PlanSchedule;
import muster.wiring.StatedSchedule;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Checks a schedule against its plan.
@Command(
        name = "check-schedule",
        mixinStandardHelpOptions = true,
        description =
                "Checks a schedule against its plan, without any part of the scheduler; exit 1 if a rule is broken.")
final class CheckScheduleCommand implements Callable<Integer> {

    private final Console console;

    @Option(names = "--plan", paramLabel = "FILE", description = "the plan file")
    private @Nullable Path plan;

    @Option(names = "--psplib", paramLabel = "FILE", description = "instead of a plan, a project of PSPLIB (.sm, .mm)")
    private @Nullable Path project;

    @Parameters(arity = "0..1", paramLabel = "SCHEDULE.json", description = "what 'muster schedule --json' printed")
    private @Nullable Path schedule;

    @Option(names = "--schedule", paramLabel = "SCHEDULE.json", description = "the same as SCHEDULE.json")
    private @Nullable Path named;

    @Option(names = "--ignore-days", description = "the days of the plan hold no task back")
    private boolean ignoreDays;

    @Option(names = "--json", description = "print the faults as JSON")
    private boolean json;

    CheckScheduleCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        var checked = schedule == null ? named : schedule;
        var against = plan == null ? project : plan;
        if (checked == null || against == null || (plan != null && project != null)) {
            return console.refuse(Exit.USAGE, "either --plan FILE or --psplib FILE is needed, and SCHEDULE.json")
                    .code();
        }
        for (var file : List.of(against, checked)) {
            if (!Files.exists(file)) {
                return console.refuse(Exit.NOT_FOUND, file + " is not there").code();
            }
        }
        try {
            return print(plan == null ? projectFaults(against, checked) : planFaults(against, checked))
                    .code();
        } catch (IllegalArgumentException unreadable) {
            return console.refuse(Exit.INVALID, checked + ": " + unreadable.getMessage())
                    .code();
        }
    }

    private Parsed<List<String>> projectFaults(Path file, Path checked) throws IOException {
        return new ProjectScheduling(console, ProjectScheduling.Face.TEXT).faults(file, checked);
    }

    private Parsed<List<String>> planFaults(Path file, Path checked) throws IOException {
        return switch (Documents.plan(file)) {
            case Parsed.Failed<Plan>(var problems) -> new Parsed.Failed<>(problems);
            case Parsed.Ok<Plan>(var read) -> {
                var problem = PlanSchedule.problem(read, ignoreDays ? WorkItems.Days.IGNORE : WorkItems.Days.KEEP);
                yield switch (StatedSchedule.read(checked)) {
                    case Parsed.Failed<StatedSchedule>(var problems) -> new Parsed.Failed<>(problems);
                    case Parsed.Ok<StatedSchedule>(var stated) -> new Parsed.Ok<>(faults(read, problem, stated));
                };
            }
        };
    }

    private static List<String> faults(Plan plan, SchedulingProblem problem, StatedSchedule stated) {
        var id = plan.header().id().value();
        return stated.plan() == null || stated.plan().equals(id)
                ? ScheduleCheck.faults(problem, stated.schedule())
                : List.of("it is a schedule of the plan '" + stated.plan() + "', not of '" + id + "'");
    }

    private Exit print(Parsed<List<String>> checked) {
        return switch (checked) {
            case Parsed.Failed<List<String>>(var problems) -> console.refuse(problems);
            case Parsed.Ok<List<String>>(var faults) -> print(faults);
        };
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
