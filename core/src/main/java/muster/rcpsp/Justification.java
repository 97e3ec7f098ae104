package muster.rcpsp;

/// Forward-backward improvement (Li and Willis 1992; "double justification", Valls et al. 2005): shifts all activities
/// as late as they go, from the last to finish to the first, then places them again by their new starts.
final class Justification {
    /// Schedules that one candidate takes at most. Repeating it while the value falls was worse at equal counts.
    static final int MOST = 3;

    private final Decoding problem;
    private final TimeOrder timeOrder;
    private final Candidate trial;

    Justification(Decoding problem) {
        this.problem = problem;
        timeOrder = new TimeOrder(problem);
        trial = new Candidate(problem.size());
    }

    /// Decodes a candidate and improves it; its order becomes that of its starts.
    ///
    /// @param most schedules that may be generated, 1 or more
    /// @return how many were
    int improve(Candidate candidate, long most) {
        long value = problem.forward(candidate);
        if (value == Decoding.INFEASIBLE) {
            return 1;
        }
        timeOrder.sort(candidate.order(), candidate.start());
        if (value == problem.bound() || most < MOST) {
            return 1;
        }
        if (shifted(candidate)) {
            candidate.copyFrom(trial);
        }
        return MOST;
    }

    /// Whether the trial is no worse than the candidate.
    private boolean shifted(Candidate candidate) {
        trial.copyFrom(candidate);
        timeOrder.sort(trial.order(), trial.finish());
        if (!problem.backward(trial)) {
            return false;
        }
        timeOrder.sort(trial.order(), trial.start());
        boolean better = problem.forward(trial) <= candidate.value();
        timeOrder.sort(trial.order(), trial.start());
        return better;
    }
}
