package muster.rcpsp;

/// What is free of the renewable resources over time, while activities are placed one by one.
interface Profile {

    /// Makes everything free.
    void clear();

    /// Finds the first instant, not before `from`, at which an option of an activity fits for all its duration, and
    /// takes what it holds.
    ///
    /// @return that instant
    int place(int from, int option);
}
