package muster.desk;

import java.util.Locale;

/// How a call ended: the exit code of a command, and the status of an answer over HTTP.
public enum Ending {
    /// Done, or the answer is yes.
    YES(0, 200),
    /// The rules do not allow it, or the answer is no.
    NO(1, 409),
    /// The call itself is wrong.
    USAGE(2, 400),
    /// What was handed in is wrong; every problem is listed.
    INVALID(3, 422),
    /// There is no such run, step, gate or matter.
    NOT_FOUND(4, 404),
    /// A claim was lost, or somebody else has it.
    CONFLICT(5, 409),
    /// A budget is used up.
    OVER_BUDGET(7, 409),
    /// Something that is needed is not reachable.
    UNAVAILABLE(69, 503),
    /// A mistake of ours.
    BUG(70, 500),
    /// It may work another time.
    TRY_AGAIN(75, 503);

    private final int exit;
    private final int status;

    Ending(int exit, int status) {
        this.exit = exit;
        this.status = status;
    }

    /// The exit code.
    public int exit() {
        return exit;
    }

    /// The status of HTTP, if nothing but a refusal can be answered.
    public int status() {
        return status;
    }

    /// As it is written in types of problems.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
