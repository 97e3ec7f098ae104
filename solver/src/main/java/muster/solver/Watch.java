package muster.solver;

import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverSolutionCallback;
import com.google.ortools.sat.CpSolverStatus;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import muster.rcpsp.Decoding;
import muster.rcpsp.SearchProgress;

/// Lets CP-SAT work on a thread of its own, stops it when the stop signal comes, and tells progress meanwhile: of
/// better schedules, with the bound at that time. Its callback for bounds alone is not used, since in this
/// version it crashes the process; the one for schedules only leaves numbers behind, since an exception in it
/// would do so too.
final class Watch {
    private static final long MILLISECONDS_BETWEEN_LOOKS = 10;

    private final CpSolver solver;
    private final BooleanSupplier stop;
    private final SearchProgress progress;
    private final AtomicLong value = new AtomicLong(Decoding.INFEASIBLE);
    private final AtomicLong bound = new AtomicLong(0);
    private long toldValue = Decoding.INFEASIBLE;
    private long toldBound;
    private boolean interrupted;

    private Watch(CpSolver solver, BooleanSupplier stop, SearchProgress progress) {
        this.solver = solver;
        this.stop = stop;
        this.progress = progress;
    }

    /// Solves a model. Interrupting the calling thread is a stop signal too.
    static CpSolverStatus solve(CpSolver solver, CpModel model, BooleanSupplier stop, SearchProgress progress) {
        var watch = new Watch(solver, stop, progress);
        var solving = new FutureTask<>(() -> solver.solve(model, watch.solutions()));
        Thread.ofPlatform().daemon().name("cp-sat").start(solving);
        try {
            return watch.until(solving);
        } finally {
            solver.stopSearch();
            if (watch.interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private CpSolverSolutionCallback solutions() {
        return new CpSolverSolutionCallback() {
            @Override
            public void onSolutionCallback() {
                bound.set(Math.round(bestObjectiveBound()));
                value.set(Math.round(objectiveValue()));
            }
        };
    }

    private CpSolverStatus until(FutureTask<CpSolverStatus> solving) {
        while (true) {
            try {
                var status = solving.get(MILLISECONDS_BETWEEN_LOOKS, TimeUnit.MILLISECONDS);
                if (value.get() != Decoding.INFEASIBLE) {
                    bound.set((long) Math.ceil(solver.bestObjectiveBound() - CpSat.ROUNDING));
                }
                tell();
                return status;
            } catch (TimeoutException notYet) {
                look();
            } catch (InterruptedException stopped) {
                interrupted = true;
            } catch (ExecutionException failed) {
                throw new IllegalStateException("CP-SAT failed", failed.getCause());
            }
        }
    }

    /// Stops again and again: a stop is lost if the solver has not begun yet.
    private void look() {
        if (interrupted || stop.getAsBoolean()) {
            solver.stopSearch();
        }
        tell();
    }

    private void tell() {
        long newValue = value.get();
        long newBound = bound.get();
        if (newValue != toldValue || newBound != toldBound) {
            toldValue = newValue;
            toldBound = newBound;
            progress.at(0, newValue, newBound);
        }
    }
}
