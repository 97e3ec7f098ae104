package muster.risk;

/// A forecast, or why there is none.
public sealed interface SimulationResult {

    /// It was simulated, at least in part.
    record Simulated(RiskForecast forecast) implements SimulationResult {}

    /// The longest iteration would take more than 34 years.
    record TooLong() implements SimulationResult {}

    /// It was ended before the first round was done.
    record NothingDone() implements SimulationResult {}
}
