package muster.audit;

import java.util.List;
import java.util.function.Function;

/// A policy: which rules fire for which figures. It must be monotone: to resolve one more blocker never makes the
/// verdict worse.
///
/// @param sha256 of the policy's text, in lower-case hex
public record DecisionRules(String sha256, Function<Aggregates, List<FiredRule>> fired) {}
