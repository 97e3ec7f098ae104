package muster.audit;

/// The four answers of a decision, strongest first.
public enum Verdict {
    NO_GO,
    DEFER,
    GO_WITH_CONDITIONS,
    GO
}
