package muster.wiring;

import java.nio.file.Path;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import muster.rcpsp.BudgetSearch;
import muster.rcpsp.Limits;
import muster.rcpsp.Project;
import muster.rcpsp.ProjectResult;
import muster.rcpsp.ProjectSearch;
import muster.rcpsp.ProjectSolver;
import muster.rcpsp.SearchProgress;
import muster.solver.CpSat;
import muster.solver.CpuBudget;
import muster.solver.InTurn;
import muster.solver.Provision;

/// Schedules a project with the memetic search, with CP-SAT, or with both in turn.
public final class ProjectScheduler {
    /// More than any run takes.
    private static final Duration ENDLESS = Duration.ofDays(36_500);

    /// Unpacking and loading CP-SAT may take a second, and what is left has to find something.
    private static final Duration LOADING = Duration.ofSeconds(2);

    private final Project project;
    private final Asked asked;
    private final CpuBudget budget;

    private ProjectScheduler(Project project, Asked asked) {
        this.project = project;
        this.asked = asked;
        budget = new CpuBudget(asked.effort() instanceof Effort.CpuTime(var time) ? time : ENDLESS);
    }

    /// Who looks for a schedule.
    public enum Solver {
        OWN,
        CP_SAT,
        BOTH,
        /// Both where CP-SAT can be had, else our own search.
        BEST
    }

    /// @param stop asked often, from any thread, besides the effort
    /// @param cache the folder in which CP-SAT's library is unpacked, if CP-SAT is asked for
    public record Asked(Solver solver, Effort effort, long seed, BooleanSupplier stop, Path cache) {}

    /// What came of it.
    public sealed interface Outcome {
        /// @param cpu processor time of this process meanwhile
        record Done(ProjectResult result, Duration cpu) implements Outcome {}

        /// The solver that was asked for cannot be had here.
        record Unavailable(String reason) implements Outcome {}
    }

    /// Looks for a schedule until the effort is spent, or one is proven to be the shortest. CP-SAT counts no schedules.
    public static Outcome schedule(Project project, Asked asked, SearchProgress progress) {
        var scheduler = new ProjectScheduler(project, asked);
        return switch (asked.solver()) {
            case OWN -> scheduler.run(scheduler.own(), progress);
            case CP_SAT -> scheduler.run(scheduler.cpSat(), progress);
            case BOTH -> scheduler.run(scheduler.both(), progress);
            case BEST -> scheduler.run(scheduler.best(), progress);
        };
    }

    private Outcome run(Choice choice, SearchProgress progress) {
        return switch (choice) {
            case Choice.Missing(var reason) -> new Outcome.Unavailable(reason);
            case Choice.Chosen(var solver) ->
                new Outcome.Done(solver.solve(project, null, limits(), progress), budget.spent());
        };
    }

    private sealed interface Choice {
        record Chosen(ProjectSolver solver) implements Choice {}

        record Missing(String reason) implements Choice {}
    }

    private Choice own() {
        return new Choice.Chosen(
                switch (asked.effort()) {
                    case Effort.Schedules _ -> ProjectSearch::run;
                    case Effort.CpuTime _ -> new BudgetSearch(budget::share);
                });
    }

    private Choice cpSat() {
        return switch (CpSat.provide(asked.cache())) {
            case Provision.Ready(var solver) -> new Choice.Chosen(solver);
            case Provision.Unavailable(var reason) -> new Choice.Missing(reason);
        };
    }

    private Choice best() {
        if (asked.effort() instanceof Effort.CpuTime(var time) && time.compareTo(LOADING) < 0) {
            return own();
        }
        return switch (both()) {
            case Choice.Chosen both -> both;
            case Choice.Missing _ -> own();
        };
    }

    private Choice both() {
        return switch (cpSat()) {
            case Choice.Chosen(var prover) -> new Choice.Chosen(new InTurn(BudgetSearch::new, prover, budget::share));
            case Choice.Missing missing -> missing;
        };
    }

    private Limits limits() {
        long schedules = asked.effort() instanceof Effort.Schedules(var count) ? count : Long.MAX_VALUE;
        int threads = Runtime.getRuntime().availableProcessors();
        return new Limits(
                schedules,
                asked.seed(),
                threads,
                () -> budget.getAsBoolean() || asked.stop().getAsBoolean());
    }
}
