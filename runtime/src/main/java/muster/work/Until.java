package muster.work;

/// When a worker ends.
public enum Until {
    /// After one step, or at once if there is none.
    ONCE,
    /// When there is nothing that it may claim by itself any more; it waits for its own back-offs, for nobody else.
    IDLE,
    /// When the run has ended.
    ENDED
}
