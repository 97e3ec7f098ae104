package muster.plan;

/// What can be done against a risk before it happens.
///
/// @param residual probability of the risk once that is done
public record Mitigation(Money cost, Share residual) {}
