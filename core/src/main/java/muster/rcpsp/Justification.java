package muster.rcpsp;

/// Forward-backward improvement (Li and Willis 1992; "double justification", Valls et al. 2005): shifts all activities
/// as late as they go, from the last to finish to the first, then places them again by their new starts, and repeats
/// that as long as the value falls.
final class Justification {
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
        int spent = 1;
        if (value == Decoding.INFEASIBLE) {
            return spent;
        }
        timeOrder.sort(candidate.order(), candidate.start());
        long before = Decoding.INFEASIBLE;
        while (value < before && value > problem.bound() && spent + 2 <= most) {
            before = value;
            spent += 2;
            if (shifted(candidate)) {
                candidate.copyFrom(trial);
                value = candidate.value();
            }
        }
        return spent;
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
