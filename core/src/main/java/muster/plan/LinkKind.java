package muster.plan;

/// Which end of one task holds back which end of another: the four links of precedence diagramming (Fondahl 1961).
public enum LinkKind {
    FINISH_TO_START,
    START_TO_START,
    FINISH_TO_FINISH,
    START_TO_FINISH
}
