package muster.cli;

/// The exit codes that scripts can rely on. Source: DESIGN, section Faces.
enum Exit {
    YES(0, "done, or the answer is yes"),
    NO(1, "the answer is no: NO-GO, a chain that does not hold"),
    USAGE(2, "the command line itself is wrong"),
    INVALID(3, "an input file is wrong; every problem is listed with its place"),
    NOT_FOUND(4, "a file or workspace is not there"),
    CONFLICT(5, "a lease was lost, or somebody else is writing"),
    TIMED_OUT(6, "it took too long"),
    OVER_BUDGET(7, "a budget is used up"),
    UNAVAILABLE(69, "something that is needed is not installed or not reachable"),
    BUG(70, "a mistake of ours"),
    TRY_AGAIN(75, "it may work another time");

    private final int code;
    private final String meaning;

    Exit(int code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    int code() {
        return code;
    }

    String meaning() {
        return meaning;
    }
}
