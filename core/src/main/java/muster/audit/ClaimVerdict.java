package muster.audit;

/// What evidence says of a claim.
public enum ClaimVerdict {
    RIGHT,
    WRONG,
    UNVERIFIABLE
}
