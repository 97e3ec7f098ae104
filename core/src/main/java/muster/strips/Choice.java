package muster.strips;

/// Which of the operators that may be applied in a state are tried there. The same state always gets the same answer.
interface Choice {
    /// Replaces the list by the operators to try.
    void operators(long[] state, IntList into);
}
