package muster.probes.host;

/// Nothing was found out of another machine.
final class Unanswered extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final boolean lacking;

    Unanswered(String why, boolean lacking) {
        super(why);
        this.lacking = lacking;
    }

    /// Whether the machine cannot be asked at all, for want of a program.
    boolean isLacking() {
        return lacking;
    }

    String why() {
        return String.valueOf(getMessage());
    }
}
