package muster.cli;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import muster.rcpsp.SearchProgress;
import muster.wiring.Effort;
import muster.wiring.PlanSchedule;
import muster.wiring.ProjectScheduler.Solver;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// How long a search for a shorter schedule may go on, and who searches.
final class SearchOptions {
    /// Enough for a gap of a few percent on a hundred activities; seconds.
    static final long STANDARD_SCHEDULES = 50_000;

    private static final double STANDARD_SECONDS = 10;
    private static final double MOST_SECONDS = 1_000_000;
    private static final double NANOS = 1e9;

    @Option(
            names = "--cpu-seconds",
            paramLabel = "S",
            description = "searches until this process has used so much processor time, on all cores together")
    private @Nullable Double seconds;

    @Option(
            names = "--schedules",
            paramLabel = "N",
            description =
                    "searches until so many schedules have been generated: the same outcome on every machine; default: "
                            + STANDARD_SCHEDULES + ", with a plan 2000")
    private @Nullable Long schedules;

    @Option(names = "--seed", paramLabel = "K", description = "of the random numbers; default: ${DEFAULT-VALUE}")
    private long seed = 1;

    @Option(
            names = "--solver",
            paramLabel = "own|cp-sat|both",
            converter = SolverConverter.class,
            description = "who searches; default: own")
    private Solver solver = Solver.OWN;

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init")
    private CommandSpec command;

    long seed() {
        return seed;
    }

    Solver solver() {
        return solver;
    }

    /// What was asked for, or what the solver takes if nothing was.
    ///
    /// @throws ParameterException if that is not possible
    Effort effort() {
        if (seconds != null && schedules != null) {
            throw wrong("either --cpu-seconds or --schedules, not both");
        }
        if (schedules != null && schedules < 1) {
            throw wrong("--schedules must be at least 1, got " + schedules);
        }
        if (schedules != null && solver != Solver.OWN) {
            throw wrong("--schedules counts what the own search generates\nMaybe --cpu-seconds");
        }
        if (seconds != null && !(seconds > 0 && seconds <= MOST_SECONDS)) {
            throw wrong("--cpu-seconds must be above 0 and at most 1000000, got " + seconds);
        }
        if (seconds == null && solver == Solver.OWN) {
            return new Effort.Schedules(schedules == null ? STANDARD_SCHEDULES : schedules);
        }
        double limit = seconds == null ? STANDARD_SECONDS : seconds;
        return new Effort.CpuTime(Duration.ofNanos((long) (limit * NANOS)));
    }

    /// How the schedule of a plan is made shorter: by a count of schedules alone.
    ///
    /// @throws ParameterException if something else is asked for
    PlanSchedule.Search plan(BooleanSupplier stop, SearchProgress progress) {
        if (seconds != null || solver != Solver.OWN) {
            throw wrong("--cpu-seconds and --solver go with --psplib\nMaybe --schedules");
        }
        if (schedules != null && schedules < 0) {
            throw wrong("--schedules must be at least 0, got " + schedules);
        }
        return new PlanSchedule.Search(schedules, seed, stop, progress);
    }

    private ParameterException wrong(String message) {
        return new ParameterException(command.commandLine(), message);
    }
}
