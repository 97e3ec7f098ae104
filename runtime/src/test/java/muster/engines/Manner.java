package muster.engines;

/// How the commands of a story are brought to the run.
public enum Manner {
    /// Each once, in order.
    ONCE,
    /// Each is brought again at once.
    TWICE,
    /// All are brought again, in order, after the last.
    LATE,
    /// After each, one of those before is brought again.
    OUT_OF_ORDER,
    /// Before one of them the server stops, and another begins over what the store holds.
    RESTARTED,
    /// By two servers in turn, each with what it remembers of the run.
    BY_TWO_SERVERS
}
