package muster.rcpsp;

/// Is told how far a search has come, every few hundred schedules, always on the thread that started it.
@FunctionalInterface
public interface SearchProgress {
    /// Listens to nothing.
    SearchProgress SILENT = (schedules, value, bound) -> {};

    /// @param schedules generated so far
    /// @param value of the best so far; [Decoding#INFEASIBLE] if there is none
    /// @param bound no order has a value below it
    void at(long schedules, long value, long bound);
}
