package muster.audit;

/// What evidence says of a claim.
public enum ClaimVerdict {
    RIGHT,
    WRONG,
    UNVERIFIABLE,
    /// Another place states another value of the same thing, and nothing measured which of them is right.
    CONTRADICTORY
}
