package muster.run;

/// Where an attempt is carried out. An attempt inside the engine ends with the engine's process; one outside, by
/// an agent that claimed the step, does not.
public enum Place {
    ENGINE,
    OUTSIDE
}
