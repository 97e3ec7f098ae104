package muster.solver;

/// Whether CP-SAT can be had on this machine.
public sealed interface Provision {

    /// It can: its library is loaded.
    record Ready(CpSat solver) implements Provision {}

    /// It cannot, and searches without it go on.
    ///
    /// @param reason a sentence that says why, and what may help
    record Unavailable(String reason) implements Provision {}
}
