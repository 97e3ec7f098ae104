package muster.restate;

/// A call of the workers that nobody carries out, because the worker that has it does not answer.
///
/// @param invocation its id in Restate
record Stranded(String invocation, Bond bond) {

    /// What ties the call to that worker.
    enum Bond {
        /// Nothing but that it registered last: the call goes to whoever does so next.
        LATEST,
        /// What the call has written down in Restate, so that nobody else is asked.
        PINNED,
        /// The same, but it is not tried meanwhile, and can be given to somebody else.
        PAUSED
    }
}
