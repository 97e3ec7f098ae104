package muster.planning;

import muster.plan.FactId;

/// Who provides a fact to whom. Nothing between the two may undo the fact.
public record CausalLink(Endpoint provider, FactId fact, Endpoint consumer) {}
