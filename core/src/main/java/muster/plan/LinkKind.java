package muster.plan;

/// Which end of one task holds back which end of another: the four links of precedence diagramming (Fondahl 1961).
public enum LinkKind {
    FINISH_TO_START,
    START_TO_START,
    FINISH_TO_FINISH,
    START_TO_FINISH;

    /// True if it counts from the finish of the earlier task, false if from its start.
    public boolean isFromFinish() {
        return this == FINISH_TO_START || this == FINISH_TO_FINISH;
    }

    /// True if it holds back the start of the later task, false if its finish.
    public boolean holdsStart() {
        return this == FINISH_TO_START || this == START_TO_START;
    }
}
