package muster.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import muster.plan.Parsed;
import muster.psplib.PsplibReader;
import muster.rcpsp.Decoding;
import muster.rcpsp.Project;
import muster.rcpsp.ProjectCheck;
import muster.rcpsp.ProjectResult;
import muster.rcpsp.SearchProgress;
import muster.solver.CpuBudget;
import muster.wiring.CpSatFolder;
import muster.wiring.Effort;
import muster.wiring.ProjectJson;
import muster.wiring.ProjectScheduler;
import muster.wiring.ProjectScheduler.Outcome;
import muster.wiring.ProjectText;

/// Schedules a project of PSPLIB, or checks a schedule of it.
record ProjectScheduling(Console console, Face face) {
    private static final Duration GRACE = Duration.ofSeconds(20);
    private static final double NEARLY = 0.999;

    /// How the answer is printed.
    enum Face {
        TEXT,
        JSON
    }

    Exit schedule(Path file, SearchOptions options) throws IOException, InterruptedException {
        return switch (PsplibReader.read(file)) {
            case Parsed.Failed<Project>(var problems) -> console.refuse(problems);
            case Parsed.Ok<Project>(var project) -> {
                var caller = Thread.currentThread();
                var asked = new ProjectScheduler.Asked(
                        options.solver(),
                        options.effort(),
                        options.seed(),
                        caller::isInterrupted,
                        CpSatFolder.of(console.environment()));
                yield Interruption.during(
                        GRACE, () -> print(ProjectScheduler.schedule(project, asked, progress(asked.effort()))));
            }
        };
    }

    /// Tells what is wrong with a schedule that was printed as JSON.
    ///
    /// @throws IllegalArgumentException if it is none
    Parsed<List<String>> faults(Path file, Path schedule) throws IOException {
        return switch (PsplibReader.read(file)) {
            case Parsed.Failed<Project>(var problems) -> new Parsed.Failed<>(problems);
            case Parsed.Ok<Project>(var project) -> {
                var stated = ProjectJson.read(Files.readAllBytes(schedule));
                yield new Parsed.Ok<>(ProjectCheck.faults(project, stated.starts(), stated.modes(), stated.makespan()));
            }
        };
    }

    private SearchProgress progress(Effort effort) {
        var line = new ProgressLine(console, InstantSource.system());
        var budget = new CpuBudget(effort instanceof Effort.CpuTime(var time) ? time : Duration.ZERO);
        return (schedules, value, bound) -> {
            double share = switch (effort) {
                case Effort.Schedules(var count) -> (double) schedules / count;
                case Effort.CpuTime _ -> budget.share();
            };
            var found = value == Decoding.INFEASIBLE ? "none yet" : String.valueOf(value);
            line.at(
                    "search",
                    Math.min(share, NEARLY),
                    String.format(Locale.ROOT, "makespan %s, bound %d, %,d schedules", found, bound, schedules));
        };
    }

    private Exit print(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Unavailable(var reason) -> console.refuse(Exit.UNAVAILABLE, reason + "\nMaybe --solver own");
            case Outcome.Done done -> {
                if (face == Face.JSON) {
                    console.json(ProjectJson.SCHEMA, ProjectJson.fields(done));
                } else {
                    ProjectText.of(done).forEach(console::data);
                }
                yield exit(done.result());
            }
        };
    }

    private static Exit exit(ProjectResult result) {
        return switch (result) {
            case ProjectResult.Scheduled _ -> Exit.YES;
            case ProjectResult.Infeasible _ -> Exit.NO;
            case ProjectResult.NoneFound _ -> Exit.TIMED_OUT;
        };
    }
}
