package muster.audit;

/// A rule of the policy whose condition held.
///
/// @param message why, with the figures it saw
public record FiredRule(String id, Verdict decision, String message) {}
