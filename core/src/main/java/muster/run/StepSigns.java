package muster.run;

/// One bit for each kind of [StepState] that somebody looks for among all steps.
final class StepSigns {
    static final int WAITING = 1;
    static final int READY = 1 << 1;
    static final int RUNNING = 1 << 2;
    static final int BLOCKED = 1 << 3;
    static final int SUBMITTED = 1 << 4;
    static final int SETTLED = 1 << 5;
    static final int FAILED = 1 << 6;
    static final int UNDO_READY = 1 << 7;
    static final int UNDO_BLOCKED = 1 << 8;
    static final int UNDO_FAILED = 1 << 9;
    static final int GONE = 1 << 10;

    private StepSigns() {}

    static int of(StepState state) {
        var forward = state.purpose() == Purpose.DO;
        return switch (state) {
            case StepState.Waiting _ -> WAITING;
            case StepState.Ready _ -> forward ? READY : UNDO_READY;
            case StepState.Running _ -> RUNNING;
            case StepState.Blocked _ -> forward ? BLOCKED : UNDO_BLOCKED;
            case StepState.Submitted _ -> SUBMITTED;
            case StepState.Skipped _, StepState.Done _ -> SETTLED;
            case StepState.Failed _ -> forward ? FAILED : UNDO_FAILED;
            case StepState.Undone _, StepState.Kept _ -> GONE;
        };
    }
}
