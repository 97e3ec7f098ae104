package muster.pddl.grounding;

import java.util.function.BooleanSupplier;

/// How much work is left before grounding has to stop.
final class Effort {
    private static final int BETWEEN_QUESTIONS = 4096;

    private final long most;
    private final BooleanSupplier stop;
    private long instances;
    private int steps;
    private boolean over;

    /// @param most operators at most
    Effort(long most, BooleanSupplier stop) {
        this.most = most;
        this.stop = stop;
    }

    /// Counts a step; true if there may be no more.
    boolean spent() {
        if (++steps % BETWEEN_QUESTIONS == 0 && stop.getAsBoolean()) {
            over = true;
        }
        return over;
    }

    void countInstance() {
        if (++instances >= most) {
            over = true;
        }
    }

    boolean isOver() {
        return over;
    }
}
