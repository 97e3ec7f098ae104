package muster.probes.scripts;

/// How far scripts are tried out.
public enum Reach {
    /// To the level that is asked for.
    AS_ASKED,
    /// Beyond it, for help and dry where they offer that: what a script then does wrong counts, that it gets no further
    /// does not.
    FURTHER
}
