package muster.audit;

/// How much a finding counts.
public enum Weight {
    /// It cannot work like this.
    DEFECT,
    /// It works, but something should be looked at.
    REMARK
}
