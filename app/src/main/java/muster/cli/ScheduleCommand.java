package muster.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import muster.plan.Parsed;
import muster.plan.Plan;
import muster.schedule.Schedule;
import muster.schedule.ScheduleDifference;
import muster.schedule.ScheduleSearch;
import muster.schedule.SchedulingResult;
import muster.schedule.WhatIf;
import muster.schedule.WorkItems;
import muster.wiring.Documents;
import muster.wiring.PlacedObstacles;
import muster.wiring.PlanSchedule;
import muster.wiring.ScheduleJson;
import muster.wiring.ScheduleText;
import muster.wiring.StatedSchedule;
import muster.wiring.UnreadableInput;
import muster.yaml.PlacedPlan;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Schedules a plan.
@Command(
        name = "schedule",
        mixinStandardHelpOptions = true,
        description = "Says who does what when, why, and how much room there is; exit 1 if a date is missed.")
final class ScheduleCommand implements Callable<Integer> {

    /// What to do with the baseline.
    enum Baseline {
        SAVE,
        COMPARE
    }

    private static final Duration GRACE = Duration.ofSeconds(20);

    private final Console console;

    @Option(names = "--plan", paramLabel = "FILE", description = "the plan file")
    private @Nullable Path file;

    @Option(
            names = "--psplib",
            paramLabel = "FILE",
            description = "instead of a plan, a project in the format of PSPLIB (.sm, .mm)")
    private @Nullable Path project;

    @Mixin
    private final SearchOptions search = new SearchOptions();

    @Option(
            names = "--what-if",
            paramLabel = "EDIT",
            description =
                    "shows what an edit would change: start=2025-12-15, drop=PHASE, BA.capacity=2, TASK.likely=4h, "
                            + "RESOURCE.amount=28; may be given several times")
    private List<String> edits = new ArrayList<>();

    @Option(
            names = "--baseline",
            paramLabel = "save|compare",
            description = "keeps the schedule beside the plan file as FILE.baseline.json, or compares with it")
    @SuppressWarnings("NullAway.Init")
    private Baseline baseline;

    @Option(names = "--ignore-days", description = "the days of the plan hold no task back")
    private boolean ignoreDays;

    @Mixin
    private final WrittenSchedule written = new WrittenSchedule();

    @Option(names = "--json", description = "print it as JSON")
    private boolean json;

    ScheduleCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        var chosen = file == null ? project : file;
        if (chosen == null || (file != null && project != null)) {
            return console.refuse(Exit.USAGE, "either --plan FILE or --psplib FILE is needed")
                    .code();
        }
        if (!Files.exists(chosen)) {
            return console.refuse(Exit.NOT_FOUND, chosen + " is not there").code();
        }
        return (file == null ? project(chosen) : plan(chosen)).code();
    }

    private Exit project(Path chosen) throws IOException, InterruptedException {
        var face = json ? ProjectScheduling.Face.JSON : ProjectScheduling.Face.TEXT;
        return new ProjectScheduling(console, face).schedule(chosen, search);
    }

    private Exit plan(Path chosen) throws IOException, InterruptedException {
        return switch (Documents.placed(chosen)) {
            case Parsed.Failed<PlacedPlan>(var problems) -> console.refuse(problems);
            case Parsed.Ok<PlacedPlan>(var placed) -> Interruption.during(GRACE, () -> schedule(placed));
        };
    }

    private Exit schedule(PlacedPlan placed) throws IOException {
        Plan edited = placed.plan();
        for (var edit : edits) {
            try {
                edited = WhatIf.apply(edited, edit);
            } catch (IllegalArgumentException meaningless) {
                return console.refuse(Exit.USAGE, "--what-if " + edit + ": " + meaningless.getMessage());
            }
        }
        var days = ignoreDays ? WorkItems.Days.IGNORE : WorkItems.Days.KEEP;
        var planned = PlanSchedule.of(edited, days, searching());
        return switch (planned.result()) {
            case SchedulingResult.Impossible(var obstacles) -> {
                if (json) {
                    console.json(ScheduleJson.SCHEMA, ScheduleJson.fields(planned));
                }
                console.refuse(PlacedObstacles.of(obstacles, placed));
                yield Exit.NO;
            }
            case SchedulingResult.Scheduled scheduled -> print(planned, scheduled, before(placed.plan(), days));
        };
    }

    private ScheduleSearch searching() {
        return search.plan(edits.isEmpty() ? 1 : 2, new SearchLine(new ProgressLine(console, InstantSource.system())));
    }

    /// What to compare with: the plan as it is, or the baseline; an empty list if neither is asked for.
    private List<Schedule> before(Plan plan, WorkItems.Days days) throws IOException {
        if (!edits.isEmpty()) {
            return PlanSchedule.of(plan, days, searching()).result() instanceof SchedulingResult.Scheduled unedited
                    ? List.of(unedited.schedule())
                    : List.of();
        }
        return baseline == Baseline.COMPARE ? List.of(kept()) : List.of();
    }

    private Schedule kept() throws IOException {
        return switch (StatedSchedule.read(baselineFile())) {
            case Parsed.Ok<StatedSchedule>(var stated) -> stated.schedule();
            case Parsed.Failed<StatedSchedule>(var problems) -> throw new UnreadableInput(problems);
        };
    }

    private Path baselineFile() {
        var plan = Objects.requireNonNull(file);
        return plan.resolveSibling(plan.getFileName() + ".baseline.json");
    }

    private Exit print(PlanSchedule planned, SchedulingResult.Scheduled scheduled, List<Schedule> before)
            throws IOException {
        var differences = before.stream()
                .map(other -> ScheduleDifference.between(other, scheduled.schedule()))
                .toList();
        if (baseline == Baseline.SAVE) {
            Files.writeString(
                    baselineFile(), ScheduleJson.baseline(scheduled.schedule()).toPrettyString() + "\n");
            console.say("wrote " + baselineFile());
        }
        written.write(planned, scheduled, console);
        if (json) {
            var fields = ScheduleJson.fields(planned);
            differences.forEach(difference -> fields.set("difference", ScheduleJson.fields(difference)));
            console.json(ScheduleJson.SCHEMA, fields);
        } else if (differences.isEmpty()) {
            ScheduleText.write(planned, console::data);
        } else {
            differences.forEach(difference -> ScheduleText.of(difference).forEach(console::data));
        }
        return scheduled.breaches().isEmpty() ? Exit.YES : Exit.NO;
    }
}
