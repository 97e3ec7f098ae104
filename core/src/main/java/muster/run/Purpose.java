package muster.run;

/// What an attempt at a step is for: to carry it out, or to undo it by its compensation.
public enum Purpose {
    DO,
    UNDO
}
