package muster.http;

import java.time.Duration;
import muster.desk.Ending;

/// A request that is answered with a problem before it reaches a run.
final class Halt extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;
    private final Ending ending;
    private final long wait;

    /// @param why for whoever asked
    Halt(int status, Ending ending, String why) {
        this(status, ending, why, 0);
    }

    /// @param wait seconds after which it may be asked again; 0 if that is not known
    private Halt(int status, Ending ending, String why, long wait) {
        super(why, null, false, false);
        this.status = status;
        this.ending = ending;
        this.wait = wait;
    }

    /// The request itself is wrong.
    static Halt wrong(int status, String why) {
        return new Halt(status, Ending.USAGE, why);
    }

    /// The request comes too early.
    static Halt later(Duration wait) {
        var seconds = wait.plusSeconds(1).minusNanos(1).toSeconds();
        return new Halt(
                429,
                Ending.TRY_AGAIN,
                "this token asks too often\nMaybe wait " + seconds + " s, or ask with next --wait",
                seconds);
    }

    Answer answer() {
        var answer = Answer.of(ProblemDetails.of(status, ending, String.valueOf(getMessage())));
        return wait == 0 ? answer : answer.with("Retry-After", Long.toString(wait));
    }
}
