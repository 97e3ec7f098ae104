package muster.work;

/// Why an attempt is ended before it has ended itself.
enum Stop {
    /// The claim is somebody else's by now.
    CLAIM_LOST,
    RUN_CANCELLED,
    WORKER_STOPPED,
    /// Its time-box is nearly over.
    TIME_BOX
}
