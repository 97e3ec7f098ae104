package muster.cli;

import java.time.Duration;
import muster.schedule.ScheduleListener;
import muster.schedule.ScheduleSearch;
import muster.schedule.SearchExtent;
import muster.solver.CpuBudget;
import muster.wiring.Effort;
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
            description = "searches until so much processor time has been used for it, on all cores together")
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
            description = "who searches; default: own; with --cpu-seconds of 2 or more: both, where CP-SAT runs")
    private @Nullable Solver solver;

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init")
    private CommandSpec command;

    long seed() {
        return seed;
    }

    Solver solver() {
        return solver != null ? solver : seconds != null ? Solver.BEST : Solver.OWN;
    }

    /// What was asked for, or what the solver takes if nothing was.
    ///
    /// @throws ParameterException if that is not possible
    Effort effort() {
        checkLimits();
        if (schedules != null && schedules < 1) {
            throw wrong("--schedules must be at least 1, got " + schedules);
        }
        if (schedules != null && solver() != Solver.OWN) {
            throw wrong("--schedules counts what the own search generates\nMaybe --cpu-seconds");
        }
        if (seconds == null && solver() == Solver.OWN) {
            return new Effort.Schedules(schedules == null ? STANDARD_SCHEDULES : schedules);
        }
        double limit = seconds == null ? STANDARD_SECONDS : seconds;
        return new Effort.CpuTime(Duration.ofNanos((long) (limit * NANOS)));
    }

    private void checkLimits() {
        if (seconds != null && schedules != null) {
            throw wrong("either --cpu-seconds or --schedules, not both");
        }
        if (seconds != null && !(seconds > 0 && seconds <= MOST_SECONDS)) {
            throw wrong("--cpu-seconds must be above 0 and at most 1000000, got " + seconds);
        }
    }

    /// How the schedule of a plan is looked for.
    ///
    /// @param searches among how many the processor time is divided, 1 or more
    /// @throws ParameterException if that is not possible
    ScheduleSearch plan(int searches, ScheduleListener listener) {
        checkLimits();
        if (solver != null && solver != Solver.OWN) {
            throw wrong("--solver goes with --psplib");
        }
        if (schedules != null && schedules < 0) {
            throw wrong("--schedules must be at least 0, got " + schedules);
        }
        int threads = Runtime.getRuntime().availableProcessors();
        return new ScheduleSearch(extent(searches), seed, threads, Thread.currentThread()::isInterrupted, listener);
    }

    private SearchExtent extent(int searches) {
        if (seconds != null) {
            var budget = new CpuBudget(Duration.ofNanos((long) (seconds * NANOS / searches)));
            return new SearchExtent.Budget(budget::share);
        }
        return schedules == null ? new SearchExtent.Standard() : new SearchExtent.Schedules(schedules);
    }

    private ParameterException wrong(String message) {
        return new ParameterException(command.commandLine(), message);
    }
}
