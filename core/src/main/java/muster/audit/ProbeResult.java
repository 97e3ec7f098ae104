package muster.audit;

/// The raw result of one probe.
public enum ProbeResult {
    PASS,
    FAIL,
    /// The probe itself broke; it says nothing of what it probed.
    ERROR,
    /// The probe could not be made here, for example without a sandbox.
    NOT_RUN,
    /// The probe saw something that proves neither, such as a query without rows.
    INCONCLUSIVE
}
