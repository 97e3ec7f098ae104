package muster.audit;

/// The four answers of a decision, strongest first.
public enum Verdict {
    NO_GO("NO-GO"),
    DEFER("DEFER"),
    GO_WITH_CONDITIONS("GO-WITH-CONDITIONS"),
    GO("GO");

    private final String word;

    Verdict(String word) {
        this.word = word;
    }

    /// True for GO, with or without conditions.
    public boolean isGo() {
        return switch (this) {
            case GO, GO_WITH_CONDITIONS -> true;
            case NO_GO, DEFER -> false;
        };
    }

    /// As policies, reports and people write it, such as `NO-GO`.
    public String word() {
        return word;
    }
}
