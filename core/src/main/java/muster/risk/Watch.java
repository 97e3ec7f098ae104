package muster.risk;

/// Who looks on while a simulation runs, and may end it.
@FunctionalInterface
public interface Watch {
    /// Nobody does.
    Watch NOBODY = (_, _) -> true;

    /// Called after each round of iterations; false ends the simulation there.
    ///
    /// @param share of all the work, from 0 to 1
    /// @param what is being done, in words
    boolean goOn(double share, String what);
}
