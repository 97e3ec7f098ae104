package muster.coordination;

import muster.plan.GateId;
import muster.plan.GateTerms;
import org.jspecify.annotations.Nullable;

/// What a gate of the plan asks for.
public record GateRule(GateId gate, @Nullable String policy, GateTerms terms) {}
