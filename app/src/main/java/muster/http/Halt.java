package muster.http;

import muster.desk.Ending;

/// A request that is answered with a problem before it reaches a run.
final class Halt extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;
    private final Ending ending;

    /// @param why for whoever asked
    Halt(int status, Ending ending, String why) {
        super(why, null, false, false);
        this.status = status;
        this.ending = ending;
    }

    /// The request itself is wrong.
    static Halt wrong(int status, String why) {
        return new Halt(status, Ending.USAGE, why);
    }

    ProblemDetails problem() {
        return ProblemDetails.of(status, ending, String.valueOf(getMessage()));
    }
}
