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

    /// As policies, reports and people write it, such as `NO-GO`.
    public String word() {
        return word;
    }
}
